package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** Where the branches of a Parallel or the iterations of a Map come together again. */
public interface Join {

    /** The branch whose state forked. */
    Branch outer();

    /** A branch ended with {@code output}. */
    void succeeded(Branch branch, JsonNode output);

    /** A branch ended with an error that nothing in it caught. */
    void failed(Branch branch, Failure failure);

    /** The branches that are still running, in order. */
    List<Branch> running();

    /** Writes that {@code branch} was stopped because of the event {@code reasonEventId}. */
    void recordAborted(Branch branch, long reasonEventId);

    /** The branches that did not succeed go on; the outputs of the others are kept. */
    void redrive();

    /** The state that forked is being stopped: lets go of what is not a branch. */
    default void abandon() {}

    /** The same, because of the event {@code reasonEventId} beside it; writes what there is to say. */
    default void abandon(long reasonEventId) {
        abandon();
    }
}

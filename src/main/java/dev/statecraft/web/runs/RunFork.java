package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.world.World;

import java.util.List;
import java.util.Optional;

/**
 * What a fork changes, in the one way that is different from its parent; all other causes stay.
 *
 * @param event the event of the parent at which it is forked
 * @param changed in a sentence for the learner
 */
record RunFork(long event, String changed, Change change) {

    /** What is changed. */
    sealed interface Change {

        /** The execution begins with another input. */
        record ExecutionInput(String text) implements Change {}

        /** A state is entered with another input. */
        record StateInput(long enteredEvent, JsonNode input) implements Change {}

        /** One more fault; it goes before those that are there. */
        record OneMoreFault(Fault fault) implements Change {}

        /**
         * A task that waits is answered, or answered otherwise.
         *
         * @param payload an output as JSON, or the name of an error
         */
        record Answer(String token, String kind, String payload) implements Change {}

        /** A person who answers by script answers otherwise. */
        record Script(String person, List<World.Answer> answers) implements Change {}

        /** A task that waits is answered by nobody. */
        record Silence(String token) implements Change {}
    }

    /** The token that the fork treats otherwise. */
    Optional<String> token() {
        return switch (change) {
            case Change.Answer answer -> Optional.of(answer.token());
            case Change.Silence silence -> Optional.of(silence.token());
            case Change.ExecutionInput it -> Optional.empty();
            case Change.StateInput it -> Optional.empty();
            case Change.OneMoreFault it -> Optional.empty();
            case Change.Script it -> Optional.empty();
        };
    }
}

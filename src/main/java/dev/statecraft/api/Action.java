package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** What one operation of the API does: parameters to answer, or a {@code ServiceError}. */
interface Action {
    CompletionStage<ObjectNode> perform(Region region, Parameters parameters);

    /** An action that has its answer at once. */
    static Action of(BiFunction<Region, Parameters, ObjectNode> action) {
        return (region, parameters) ->
                CompletableFuture.completedFuture(action.apply(region, parameters));
    }
}

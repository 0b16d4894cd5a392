package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.List;
import java.util.Optional;

/**
 * Where to go when a Task, Parallel or Map has failed and is not tried again.
 *
 * @param resultPath where the error output goes in the raw input; JSONPath only
 * @param output JSONata only
 */
public record Catcher(
        List<String> errorEquals,
        String next,
        JsonPathFlow.ResultPath resultPath,
        Optional<Expression> assign,
        Optional<Expression> output) {
    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }
}

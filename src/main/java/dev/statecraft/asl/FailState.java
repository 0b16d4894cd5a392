package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.Optional;

/**
 * A Fail state: ends its machine, branch or iteration with an error.
 *
 * @param error literal, path, intrinsic or JSONata; both are optional
 */
public record FailState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        Optional<Expression> error,
        Optional<Expression> cause)
        implements State {}

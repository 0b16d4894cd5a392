package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.Optional;

/** Arguments, Output and Assign. */
public record JsonataFlow(
        Optional<Expression> arguments, Optional<Expression> output, Optional<Expression> assign)
        implements DataFlow {

    public static final JsonataFlow PLAIN =
            new JsonataFlow(Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public QueryLanguage queryLanguage() {
        return QueryLanguage.JSONata;
    }
}

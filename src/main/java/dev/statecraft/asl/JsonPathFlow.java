package dev.statecraft.asl;

import dev.statecraft.query.Expression;
import dev.statecraft.query.ReferencePath;

import java.util.Optional;

/**
 * InputPath, Parameters, ResultSelector, ResultPath, OutputPath and Assign, applied in this order.
 *
 * @param inputPath a path, or the literal {@code {}} where the definition says null; empty means {@code $}
 * @param resultPath where the result goes in the raw input; see {@link ResultPath}
 * @param outputPath as inputPath
 * @see <a href="https://states-language.net/spec.html#filters">ASL specification, Input and Output Processing</a>
 */
public record JsonPathFlow(
        Optional<Expression> inputPath,
        Optional<Expression> parameters,
        Optional<Expression> resultSelector,
        ResultPath resultPath,
        Optional<Expression> outputPath,
        Optional<Expression> assign)
        implements DataFlow {

    /** A state that hands its input on unchanged. */
    public static final JsonPathFlow PLAIN =
            new JsonPathFlow(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ResultPath.REPLACE,
                    Optional.empty(),
                    Optional.empty());

    @Override
    public QueryLanguage queryLanguage() {
        return QueryLanguage.JSONPath;
    }

    /** What becomes of a result: {@code "$"} replaces the input, {@code null} drops the result, a path adds it. */
    public sealed interface ResultPath {
        ResultPath REPLACE = new Replace();
        ResultPath DISCARD = new Discard();

        record Replace() implements ResultPath {}

        record Discard() implements ResultPath {}

        record Insert(ReferencePath path) implements ResultPath {}
    }
}

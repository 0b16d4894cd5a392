package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.QueryFailure;
import dev.statecraft.query.Scope;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A compiled JSONata expression, evaluated within bounds: reserved names are refused in the text, every step is counted, results are
 * measured before they are used, and whatever the library throws becomes a {@code States.QueryEvaluationError}.
 */
public final class JsonataExpression {
    /** The longest expression we compile. */
    static final int MAX_LENGTH = 32_768;

    private static final int MAX_NESTING = 100;

    private final String text;
    private final String location;
    private final Jsonata compiled;
    private final JsonataSource source;
    private final JsonataNeeds needs;

    private JsonataExpression(
            String text, String location, Jsonata compiled, JsonataSource source) {
        this.text = text;
        this.location = location;
        this.compiled = compiled;
        this.source = source;
        this.needs = JsonataNeeds.of(text);
    }

    /**
     * @param location the field that holds the expression, such as {@code Output/total}
     * @throws InvalidExpression if the text cannot be parsed, or uses what the service refuses
     */
    public static JsonataExpression compile(String text, String location) {
        JsonataSource source = JsonataSource.scan(text);
        refuse(text, source);
        try {
            Jsonata compiled = Jsonata.jsonata(text);
            // The library's own walk over the result knows no bounds; ours does.
            compiled.setOutputConvertNulls(false);
            compiled.setValidateInput(false);
            return new JsonataExpression(text, location, compiled, source);
        } catch (JException e) {
            throw notParsed(text, String.valueOf(e.getMessage()), e.getLocation() - 1);
        } catch (RuntimeException | StackOverflowError e) {
            throw new InvalidExpression(
                    InvalidExpression.Kind.NOT_PARSED,
                    "The JSONata expression cannot be parsed",
                    "Check brackets and quotation marks, or write it in a simpler way.",
                    -1);
        }
    }

    private static InvalidExpression notParsed(String text, String message, int location) {
        boolean endsEarly = message.endsWith("end of expression");
        int at = endsEarly ? text.length() - 1 : Math.clamp(location, 0, text.length() - 1);
        return new InvalidExpression(
                InvalidExpression.Kind.NOT_PARSED,
                message,
                endsEarly
                        ? "Something is missing at its end, such as a value or a closing bracket."
                        : "The expression cannot be read from here on: "
                                + text.substring(at, Math.min(at + 30, text.length())),
                at);
    }

    private static void refuse(String text, JsonataSource source) {
        if (text.isEmpty()) {
            throw new InvalidExpression(
                    InvalidExpression.Kind.NOT_PARSED,
                    "Unexpected end of expression",
                    "Write an expression between {% and %}.",
                    -1);
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidExpression(
                    "The JSONata expression has " + text.length() + " characters.",
                    "Write at most " + MAX_LENGTH + ".");
        }
        if (source.nesting() > MAX_NESTING) {
            throw new InvalidExpression(
                    "The JSONata expression is nested more than " + MAX_NESTING + " deep.",
                    "Take it apart with variables.");
        }
        source.reservedName()
                .ifPresent(
                        name -> {
                            throw new InvalidExpression(
                                    "The name '" + name + "' is reserved.",
                                    "Choose a name that does not begin with \"__\".");
                        });
        if (source.functions().contains("eval")) {
            throw new InvalidExpression(
                    "The function '$eval' is not supported.", "Use $parse to read JSON text.");
        }
        JsonataRegex.checkAll(source.regexes());
    }

    /** @throws QueryFailure {@code States.QueryEvaluationError}, with the service's wording and the field's location */
    public JsonNode evaluate(Scope scope) {
        try {
            return result(JsonataRun.evaluate(compiled, source, needs, scope));
        } catch (QueryFailure failure) {
            throw failure.location().isPresent() ? failure : failure.at(location);
        } catch (RuntimeException e) {
            // The library lets exceptions of many kinds out; for a learner they all mean that the
            // expression failed.
            throw failed(JsonataComplaint.of(e, text));
        } catch (StackOverflowError e) {
            throw failed("The expression is nested too deeply.");
        }
    }

    private JsonNode result(@Nullable Object value) {
        Optional<JsonNode> json = JsonataValues.toJson(value);
        return json.orElseThrow(
                () ->
                        new QueryFailure(
                                        QueryFailure.QUERY_EVALUATION_ERROR,
                                        "The JSONata expression '"
                                                + text
                                                + "' specified for the field '"
                                                + location
                                                + (JsonataValues.isUndefined(value)
                                                        ? "' returned nothing (undefined)."
                                                        : "' returned an unsupported result type."))
                                .at(location));
    }

    private QueryFailure failed(String why) {
        return new QueryFailure(
                        QueryFailure.QUERY_EVALUATION_ERROR,
                        "The JSONata expression '"
                                + text
                                + "' specified for the field '"
                                + location
                                + "' threw an error during"
                                + " evaluation. "
                                + why)
                .at(location);
    }

    /** What the expression reads and calls, as far as its text tells. */
    public JsonataSource source() {
        return source;
    }

    public String text() {
        return text;
    }

    /** The field that holds the expression. */
    public String location() {
        return location;
    }
}

package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.JException;

import java.time.DateTimeException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an evaluation failed, in the words of the language's reference implementation. The library's own have gaps: it says "Object"
 * for "function", leaves placeholders in place, and lets exceptions of Java out.
 *
 * @see <a href="https://github.com/jsonata-js/jsonata/blob/v2.0.6/src/jsonata.js">JSONata 2.0.6, error codes</a>
 */
final class JsonataComplaint {
    /** The library passes the short forms of a signature on. */
    private static final Map<Object, String> ELEMENTS =
            Map.of("n", "number", "s", "string", "o", "object", "b", "boolean");

    private static final Pattern CALL = Pattern.compile("\\$?(\\w+)\\($");
    private static final Pattern COMPARISON = Pattern.compile("[<>]=?");
    private static final Pattern UNREADABLE_NUMBER =
            Pattern.compile("For input string: (\".*\").*");

    private JsonataComplaint() {}

    /** @param expression the text that was evaluated */
    static String of(RuntimeException fault, String expression) {
        if (fault instanceof JException complaint) {
            return of(complaint, expression);
        }
        String message = String.valueOf(fault.getMessage());
        if (fault instanceof NumberFormatException) {
            Matcher matcher = UNREADABLE_NUMBER.matcher(message);
            return "Unable to cast value to a number"
                    + (matcher.matches() ? ": " + matcher.group(1) : "");
        }
        if (fault instanceof DateTimeException) {
            return "The argument of the toMillis function must be an ISO 8601 formatted timestamp. "
                    + message;
        }
        if (fault instanceof ClassCastException) {
            return expression.contains("$sort")
                    ? "The single argument form of the sort function can only be applied to an array of strings or"
                            + " an array of numbers.  Use the second argument to specify a comparison function"
                    : "A value has another type than the expression needs there.";
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : message;
    }

    private static String of(JException complaint, String expression) {
        Object value = complaint.getCurrent();
        return switch (String.valueOf(complaint.getError())) {
            case "T0410" ->
                    "Argument %s of function \"%s\" does not match function signature"
                            .formatted(value, complaint.getExpected());
            case "T0412" ->
                    "Argument 1 of function \"%s\" must be an array of \"%s\""
                            .formatted(
                                    calledBefore(complaint.getLocation(), expression),
                                    ELEMENTS.getOrDefault(complaint.getExpected(), "value"));
            case "T2009" ->
                    "The values %s and %s either side of operator%s must be of the same data type"
                            .formatted(
                                    quoted(value),
                                    quoted(complaint.getExpected()),
                                    onlyComparison(expression));
            case "D1002" -> "Cannot negate a non-numeric value: " + quoted(complaint.getExpected());
            // What the learner says is not ours to correct.
            case "D3137", "D3141" -> String.valueOf(complaint.getMessage());
            default -> String.valueOf(complaint.getMessage()).replace(" Object ", " function ");
        };
    }

    private static String calledBefore(int location, String expression) {
        Matcher call =
                CALL.matcher(expression.substring(0, Math.clamp(location, 0, expression.length())));
        return call.find() ? call.group(1) : "?";
    }

    /** The operator, where the expression holds only one that it can be. */
    private static String onlyComparison(String expression) {
        var operators =
                COMPARISON.matcher(expression).results().map(it -> it.group()).distinct().toList();
        return operators.size() == 1 ? " \"" + operators.getFirst() + "\"" : "";
    }

    private static String quoted(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }
}

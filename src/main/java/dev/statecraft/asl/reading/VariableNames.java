package dev.statecraft.asl.reading;

import dev.statecraft.asl.problems.ExpressionRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;

/**
 * Rules for the names in {@code Assign}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Variables, read 2026-11</a>
 */
final class VariableNames {
    static final int MAX_LENGTH = 80;

    private VariableNames() {}

    static void check(Section assign) {
        for (Field field : assign.fields()) {
            String name =
                    field.name().endsWith(".$")
                            ? field.name().substring(0, field.name().length() - 2)
                            : field.name();
            Place place = Place.ofName(assign.pointer(), field);
            if (name.equals("states")) {
                assign.problems().report(ExpressionRule.RESERVED_VARIABLE, place);
            } else if (name.length() > MAX_LENGTH) {
                assign.problems().report(ExpressionRule.VARIABLE_TOO_LONG, place, name);
            } else if (!isIdentifier(name)) {
                assign.problems().report(ExpressionRule.INVALID_VARIABLE, place, name);
            }
        }
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && (Character.isUnicodeIdentifierStart(name.codePointAt(0))
                        || name.charAt(0) == '_')
                && name.codePoints()
                        .allMatch(
                                c ->
                                        Character.isUnicodeIdentifierPart(c)
                                                && !Character.isIdentifierIgnorable(c));
    }
}

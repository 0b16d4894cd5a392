package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;

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
                assign.problems()
                        .error(
                                place,
                                "The variable name 'states' is reserved",
                                "Choose another name.");
            } else if (name.length() > MAX_LENGTH) {
                assign.problems()
                        .error(
                                place,
                                "The variable name is longer than " + MAX_LENGTH + " characters",
                                "Choose a shorter name.");
            } else if (!isIdentifier(name)) {
                assign.problems()
                        .error(
                                place,
                                "The variable name '" + name + "' is not valid",
                                "Use letters, digits and underscores, beginning with a letter; parts such as \"a.b\" cannot be"
                                        + " assigned, only whole variables.");
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

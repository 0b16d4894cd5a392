package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.ExpressionUse;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points out paths into the Context object that lead nowhere.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Context object, read 2026-11</a>
 */
public final class ContextFieldsRule implements DefinitionRule {
    private static final Pattern IN_PATH =
            Pattern.compile("\\$\\$\\.([A-Za-z]+)(?:\\.([A-Za-z]+))?(?:\\.([A-Za-z]+))?");
    private static final Pattern IN_JSONATA =
            Pattern.compile(
                    "\\$states\\.context\\.([A-Za-z]+)(?:\\.([A-Za-z]+))?(?:\\.([A-Za-z]+))?");

    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "Execution",
                    Set.of(
                            "Id",
                            "Input",
                            "Name",
                            "RoleArn",
                            "StartTime",
                            "RedriveCount",
                            "RedriveTime"),
                    "State",
                    Set.of("EnteredTime", "Name", "RetryCount"),
                    "StateMachine",
                    Set.of("Id", "Name"),
                    "Task",
                    Set.of("Token"),
                    "Map",
                    Set.of("Item"),
                    "Item",
                    Set.of("Index", "Value", "Key", "Source"));

    /** The fields of an object inside; those of the Context object itself for an empty name. */
    public static Set<String> fields(String name) {
        return name.isEmpty()
                ? Set.of("Execution", "State", "StateMachine", "Task", "Map")
                : FIELDS.getOrDefault(name, Set.of());
    }

    @Override
    public void check(Definition definition, Problems problems) {
        for (ExpressionUse use : definition.uses()) {
            String text = use.text();
            if (text.contains(use.isJsonata() ? "$states.context." : "$$.")) {
                Matcher found = (use.isJsonata() ? IN_JSONATA : IN_PATH).matcher(text);
                while (found.find()) {
                    check(use, found, problems);
                }
            }
        }
    }

    private static void check(ExpressionUse use, Matcher found, Problems problems) {
        Set<String> known = FIELDS.keySet();
        for (int part = 1; part <= 3 && found.group(part) != null; part++) {
            String name = found.group(part);
            if (!known.contains(name) || part == 1 && name.equals("Item")) {
                problems.reportWith(
                        remedy(name, known),
                        AdviceRule.UNKNOWN_CONTEXT_FIELD,
                        use.place(problems.source(), found.start(part), found.end(part)),
                        found.group().substring(0, found.end(part) - found.start()));
                return;
            }
            if (!FIELDS.containsKey(name)) {
                return;
            }
            known = FIELDS.getOrDefault(name, Set.of());
        }
    }

    private static String remedy(String name, Set<String> known) {
        return Spelling.nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse(
                        "The fields here are "
                                + String.join(
                                        ", ",
                                        known.stream()
                                                .filter(
                                                        it ->
                                                                !it.equals("Item")
                                                                        || known.size() == 1)
                                                .sorted()
                                                .toList())
                                + ".");
    }
}

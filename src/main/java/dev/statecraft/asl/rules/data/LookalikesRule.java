package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;
import dev.statecraft.asl.source.SourceNode.Scalar;

import java.util.Set;
import java.util.regex.Pattern;

/** Points out texts that look like paths, calls or JSONata, and are handed on as they stand. */
public final class LookalikesRule implements DefinitionRule {
    private static final Pattern PATH = Pattern.compile("\\$\\$?[.\\[].*", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("States\\.[A-Za-z0-9]+\\(.*", Pattern.DOTALL);
    private static final Set<String> TEMPLATES =
            Set.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "BatchInput");
    private static final Set<String> INSIDE = Set.of("Branches", "ItemProcessor", "Iterator");

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .forEach(
                        entry ->
                                new Walk(entry, problems)
                                        .fields(entry.node(), entry.pointer(), Meaning.FIELDS));
    }

    /** How the texts of an object are taken. */
    private enum Meaning {
        FIELDS,
        TEMPLATE,
        STATIC
    }

    private record Walk(Entry entry, Problems problems) {

        void fields(Fields fields, String pointer, Meaning meaning) {
            for (Field field : fields.fields()) {
                String name = field.name();
                if (meaning == Meaning.FIELDS
                        && (INSIDE.contains(name) || name.equals("Comment"))) {
                    continue;
                }
                Meaning inner = meaning;
                if (meaning == Meaning.FIELDS) {
                    inner =
                            TEMPLATES.contains(name)
                                    ? Meaning.TEMPLATE
                                    : name.equals("Result") ? Meaning.STATIC : Meaning.FIELDS;
                }
                node(field.value(), field, pointer + "/" + name, inner);
            }
        }

        private void node(SourceNode node, Field field, String pointer, Meaning meaning) {
            switch (node) {
                case Fields fields -> fields(fields, pointer, meaning);
                case Elements list -> {
                    for (int i = 0; i < list.elements().size(); i++) {
                        node(list.elements().get(i), field, pointer + "[" + i + "]", meaning);
                    }
                }
                case Scalar scalar -> {
                    if (scalar.json().isTextual()) {
                        text(scalar, field, pointer, meaning);
                    }
                }
            }
        }

        private void text(Scalar scalar, Field field, String pointer, Meaning meaning) {
            String text = scalar.json().textValue();
            if (entry.language() == QueryLanguage.JSONata) {
                checkMarkers(text, Place.of(pointer, scalar));
            } else if (text.startsWith("{%") && text.endsWith("%}")) {
                problems.reportWith(
                        "Set \"QueryLanguage\": \"JSONata\" on the state, or write a path.",
                        AdviceRule.EXPRESSION_TAKEN_AS_TEXT,
                        Place.of(pointer, scalar),
                        "the state speaks JSONPath");
            } else if (text.startsWith("$") && PATH.matcher(text).matches()
                    || text.startsWith("States.") && CALL.matcher(text).matches()) {
                checkPath(scalar, field, pointer, meaning);
            }
        }

        private void checkMarkers(String text, Place place) {
            String stripped = text.strip();
            int open = text.indexOf("{%");
            if (stripped.startsWith("$states.")) {
                problems.reportWith(
                        "Put it between \"{%\" and \"%}\".",
                        AdviceRule.EXPRESSION_TAKEN_AS_TEXT,
                        place,
                        "it does not stand between {% and %}");
            } else if (open > 0 && text.indexOf("%}", open) >= 0 && !text.endsWith("%}")) {
                problems.reportWith(
                        stripped.startsWith("{%")
                                ? "Remove the blanks before \"{%\" and after \"%}\"."
                                : "Put all of it between \"{%\" and \"%}\", such as {% 'Dear ' & $states.input.name %}.",
                        AdviceRule.EXPRESSION_TAKEN_AS_TEXT,
                        place,
                        "something stands outside {% and %}");
            }
        }

        private void checkPath(Scalar scalar, Field field, String pointer, Meaning meaning) {
            String name = field.name();
            if (meaning == Meaning.STATIC) {
                problems.report(
                        AdviceRule.PASS_RESULT_IS_STATIC,
                        Place.of(pointer, scalar),
                        scalar.json().textValue());
            } else if (name.endsWith(".$")) {
                // Evaluated, or refused where it cannot be.
                return;
            } else if (meaning == Meaning.TEMPLATE) {
                problems.reportWith(
                        "Name the field \"" + name + ".$\" to have the value evaluated.",
                        AdviceRule.NO_DOLLAR,
                        Place.ofName(pointer.substring(0, pointer.lastIndexOf('/')), field),
                        name);
            } else if (takesText(name)) {
                problems.reportWith(
                        "Write \"" + name + "Path\" to have the path followed.",
                        AdviceRule.NO_PATH,
                        Place.of(pointer, scalar),
                        name);
            }
        }

        private static boolean takesText(String name) {
            return name.equals("Error")
                    || name.equals("Cause")
                    || ComparisonOperator.ofField(name)
                            .filter(it -> it.hasPathForm() && !name.endsWith("Path"))
                            .isPresent();
        }
    }
}

package dev.statecraft.asl.rules;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;
import dev.statecraft.asl.source.SourceNode.Scalar;
import dev.statecraft.asl.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text in a state that is evaluated when the state runs: JSONata between its markers, or a path or call of JSONPath.
 *
 * @param part where in the state it stands
 * @param field the field of that part, such as {@code Output}
 */
public record ExpressionUse(Entry state, Part part, String field, String pointer, Scalar node) {
    private static final Set<String> NOT_EVALUATED =
            Set.of(
                    "Type",
                    "Comment",
                    "QueryLanguage",
                    "Next",
                    "End",
                    "Default",
                    "Resource",
                    "Label",
                    "Retry",
                    "ErrorEquals",
                    "Branches",
                    "ItemProcessor",
                    "Iterator",
                    "Result");

    /** Where in a state an expression stands. */
    public enum Part {
        STATE,
        CATCHER,
        CHOICE_RULE
    }

    /** All of a state, in the order of the text. */
    public static List<ExpressionUse> in(Entry state) {
        List<ExpressionUse> uses = new ArrayList<>();
        collect(state, Part.STATE, state.node(), state.pointer(), uses);
        return uses;
    }

    private static void collect(
            Entry state, Part part, Fields fields, String pointer, List<ExpressionUse> uses) {
        for (Field field : fields.fields()) {
            String name = field.name();
            String at = pointer + "/" + name;
            if (part == Part.STATE && (name.equals("Catch") || name.equals("Choices"))) {
                collectEach(
                        state,
                        name.equals("Catch") ? Part.CATCHER : Part.CHOICE_RULE,
                        field.value(),
                        at,
                        uses);
            } else if (!NOT_EVALUATED.contains(name)) {
                collect(new ExpressionUse(state, part, name, at, NOTHING), field, uses);
            }
        }
    }

    private static final Scalar NOTHING =
            new Scalar(com.fasterxml.jackson.databind.node.NullNode.instance, 0, 0);

    private static void collectEach(
            Entry state, Part part, SourceNode node, String pointer, List<ExpressionUse> uses) {
        if (node instanceof Elements list) {
            for (int i = 0; i < list.elements().size(); i++) {
                if (list.elements().get(i) instanceof Fields fields) {
                    collect(state, part, fields, pointer + "[" + i + "]", uses);
                }
            }
        }
    }

    private static void collect(ExpressionUse found, Field field, List<ExpressionUse> uses) {
        collect(found, field.name(), field.value(), uses);
    }

    private static void collect(
            ExpressionUse found, String name, SourceNode value, List<ExpressionUse> uses) {
        switch (value) {
            case Fields fields ->
                    fields.fields()
                            .forEach(
                                    it ->
                                            collect(
                                                    found.at(found.pointer + "/" + it.name()),
                                                    it,
                                                    uses));
            case Elements list -> {
                for (int i = 0; i < list.elements().size(); i++) {
                    collect(
                            found.at(found.pointer + "[" + i + "]"),
                            name,
                            list.elements().get(i),
                            uses);
                }
            }
            case Scalar scalar -> {
                if (scalar.json().isTextual() && found.isEvaluated(name, scalar.json().asText())) {
                    uses.add(
                            new ExpressionUse(
                                    found.state, found.part, found.field, found.pointer, scalar));
                }
            }
        }
    }

    private ExpressionUse at(String pointer) {
        return new ExpressionUse(state, part, field, pointer, node);
    }

    private boolean isEvaluated(String name, String text) {
        if (state.language() == QueryLanguage.JSONata) {
            return text.startsWith("{%") && text.endsWith("%}") && text.length() > 3;
        }
        return (name.endsWith(".$") || name.endsWith("Path") || name.equals("Variable"))
                && (text.startsWith("$") || text.startsWith("States."));
    }

    public boolean isJsonata() {
        return state.language() == QueryLanguage.JSONata;
    }

    /** The text itself; JSONata without its markers. */
    public String text() {
        String text = node.json().textValue();
        return isJsonata() ? text.substring(2, text.length() - 2) : text;
    }

    /** A stretch of {@link #text}. */
    public Place place(SourceText source, int start, int end) {
        int shift = isJsonata() ? 2 : 0;
        return source.inText(pointer, node, start + shift, end + shift);
    }
}

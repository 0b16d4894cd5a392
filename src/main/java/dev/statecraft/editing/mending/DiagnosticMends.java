package dev.statecraft.editing.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;
import dev.statecraft.editing.Document;
import dev.statecraft.editing.design.DrawingBoard;
import dev.statecraft.editing.design.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mends one diagnostic. */
final class DiagnosticMends {
    private static final Pattern MEANT =
            Pattern.compile("Did you mean (?:\"([^\"]+)\"|(\\$\\w+))\\?");
    private static final Pattern NAMES = Pattern.compile("\\[([^\\]]*)]$");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Document document;
    private final Diagnostic diagnostic;
    private final int from;
    private final int to;
    private final List<String> path;
    private final Optional<StateInHand> state;
    private final List<Mend> mends = new ArrayList<>();

    DiagnosticMends(Document document, Diagnostic diagnostic) {
        this.document = document;
        this.diagnostic = diagnostic;
        this.from = diagnostic.position().offset();
        this.to = diagnostic.position().endOffset();
        this.path = document.pathAt(from);
        this.state = StateInHand.around(document, path);
    }

    List<Mend> all() {
        meant();
        switch (diagnostic.rule().name()) {
            case "MISSING_TARGET" -> createState();
            case "CHOICE_WITHOUT_DEFAULT" -> with(StateMends::withDefault);
            case "TASK_WITHOUT_RETRY" -> {
                with(StateMends::retry);
                with(StateMends::retryAndCatch);
            }
            case "CALLBACK_WITHOUT_TIMEOUT" -> with(StateMends::timeout);
            case "REQUIRED_FIELDS" -> names().forEach(this::addField);
            case "ONE_FIELD_REQUIRED" -> oneField();
            case "FIELD_NOT_SUPPORTED" -> remove();
            case "OTHER_QUERY_LANGUAGE" -> {
                convert();
                remove();
            }
            case "ONLY_ONE_FIELD" -> names().forEach(this::removeField);
            case "UNREACHABLE_STATE" -> removeState();
            case "NO_DOLLAR" -> renameField(path.isEmpty() ? "" : path.getLast() + ".$");
            case "NO_PATH" -> renameField(path.isEmpty() ? "" : path.getLast() + "Path");
            case "TRAILING_COMMA", "COMMA_WITHOUT_ENTRY" ->
                    mends.add(
                            Mend.of(
                                    "Remove the comma",
                                    () -> document.replace(from, from + 1, "")));
            case "MISSING_COMMA" -> comma();
            case "UNQUOTED_FIELD_NAME" ->
                    mends.add(
                            Mend.of(
                                    "Put quotation marks around it",
                                    () -> document.replace(from, to, quoted(written()))));
            case "SINGLE_QUOTES" -> doubleQuotes();
            case "RESERVED_ERROR_NAME" -> ownErrorName();
            default -> {
                // Nothing that could be done without knowing what is meant.
            }
        }
        return mends;
    }

    private String written() {
        return document.text().substring(from, to);
    }

    private void with(java.util.function.Function<StateMends, Mend> mend) {
        state.ifPresent(it -> mends.add(mend.apply(new StateMends(document, it))));
    }

    /** A misspelt word is replaced where it stands. */
    private void meant() {
        Matcher found = MEANT.matcher(diagnostic.remedy());
        if (!found.find() || from == to) {
            return;
        }
        String name = found.group(1) != null ? found.group(1) : found.group(2);
        String word = written();
        int last = word.lastIndexOf('.') + 1;
        boolean isPartOfPath = last > 0 && !name.contains(".");
        boolean isQuoted = word.startsWith("\"") || word.startsWith("'");
        if (!isQuoted && !word.matches("[\\w.$:-]+")) {
            return;
        }
        String replacement =
                isQuoted ? quoted(name) : isPartOfPath ? word.substring(0, last) + name : name;
        mends.add(
                Mend.of(
                        "Change to \"" + name + "\"",
                        () -> document.replace(from, to, replacement)));
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private void createState() {
        String name = document.json(path).asText("");
        if (name.isEmpty() || name.length() > 80) {
            return;
        }
        // A StartAt names a state of the machine that it stands in; all others name one beside
        // their own.
        boolean isStart = path.getLast().equals("StartAt");
        List<String> states =
                isStart
                        ? StateInHand.below(path.subList(0, path.size() - 1), "States")
                        : state.map(StateInHand::states).orElse(List.of());
        if (states.isEmpty()) {
            return;
        }
        JsonNode fresh = JSON.objectNode().put("Type", "Pass").put("End", true);
        mends.add(
                Mend.selecting(
                        "Create the state \"" + name + "\"",
                        name,
                        () ->
                                document.json(states).isEmpty()
                                        ? document.set(states, JSON.objectNode().set(name, fresh))
                                        : document.insert(
                                                states,
                                                name,
                                                fresh,
                                                isStart
                                                        ? Optional.empty()
                                                        : state.map(StateInHand::name))));
    }

    private List<String> names() {
        Matcher found = NAMES.matcher(diagnostic.message());
        return found.find() ? List.of(found.group(1).split(", ")) : List.of();
    }

    private void addField(String name) {
        if (document.json(path).isObject()) {
            Optional<String> last = last(document.json(path));
            mends.add(
                    Mend.of(
                            "Add " + name,
                            () ->
                                    document.insert(
                                            path,
                                            name,
                                            FirstValues.of(name, state),
                                            name.equals("Type") ? Optional.empty() : last)));
        }
    }

    private static Optional<String> last(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
    }

    private void oneField() {
        List<String> names = names();
        if (names.contains("End") && names.contains("Next")) {
            state.flatMap(StateInHand::following)
                    .ifPresent(
                            next ->
                                    mends.add(
                                            Mend.of(
                                                    "Lead on to \"" + next + "\"",
                                                    () ->
                                                            document.set(
                                                                    StateInHand.below(path, "Next"),
                                                                    TextNode.valueOf(next)))));
            mends.add(
                    Mend.of(
                            "Add \"End\": true",
                            () -> document.set(StateInHand.below(path, "End"), BooleanNode.TRUE)));
        } else {
            names.stream()
                    .filter(it -> !it.endsWith("Path") && !it.equals("Iterator"))
                    .forEach(this::addField);
        }
    }

    private void remove() {
        if (!path.isEmpty() && to - from > 1) {
            mends.add(Mend.of("Remove \"" + path.getLast() + "\"", () -> document.remove(path)));
        }
    }

    private void removeField(String name) {
        List<String> object =
                document.json(path).isObject() || path.isEmpty()
                        ? path
                        : path.subList(0, path.size() - 1);
        if (document.json(object).has(name)) {
            mends.add(
                    Mend.of(
                            "Remove \"" + name + "\"",
                            () -> document.remove(StateInHand.below(object, name))));
        }
    }

    private void convert() {
        state.filter(it -> !it.speaksJsonata())
                .ifPresent(
                        it ->
                                mends.add(
                                        new Mend(
                                                "Convert \"" + it.name() + "\" to JSONata",
                                                () -> ToJsonata.of(document, it))));
    }

    private void removeState() {
        state.ifPresent(
                it ->
                        mends.add(
                                new Mend(
                                        "Remove the state \"" + it.name() + "\"",
                                        () ->
                                                DrawingBoard.of(document.text())
                                                        .perform(
                                                                new Operation.Delete(it.name())))));
    }

    private void renameField(String name) {
        if (!name.isEmpty()) {
            mends.add(Mend.of("Name it \"" + name + "\"", () -> document.rename(path, name)));
        }
    }

    private void comma() {
        int at = from;
        while (at > 0 && Character.isWhitespace(document.text().charAt(at - 1))) {
            at--;
        }
        int end = at;
        mends.add(Mend.of("Add the comma", () -> document.replace(end, end, ",")));
    }

    private void doubleQuotes() {
        String word = written();
        if (document.notation() == Notation.JSON
                && word.length() > 1
                && word.startsWith("'")
                && word.endsWith("'")) {
            String inside = word.substring(1, word.length() - 1).replace("\\'", "'");
            mends.add(
                    Mend.of(
                            "Use double quotation marks",
                            () -> document.replace(from, to, quoted(inside))));
        }
    }

    private void ownErrorName() {
        String name = document.json(path).asText("");
        if (name.startsWith("States.") && name.length() > 7) {
            mends.add(
                    Mend.of(
                            "Change to \"" + name.substring(7) + "\"",
                            () -> document.set(path, TextNode.valueOf(name.substring(7)))));
        }
    }
}

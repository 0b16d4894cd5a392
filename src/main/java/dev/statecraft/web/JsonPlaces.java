package dev.statecraft.web;

import dev.statecraft.asl.Diagnostic;
import dev.statecraft.asl.Notation;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceText;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says at which line of a JSON text something is wrong, be it the JSON itself or what the JSON says. */
public final class JsonPlaces {
    private final SourceText text;
    private final Optional<SourceNode> root;
    private final List<Diagnostic> problems;

    public JsonPlaces(String json) {
        this.text = new SourceText(json);
        var found = new Problems(text);
        this.root = Notation.JSON.read(json, found);
        this.problems = found.inOrder();
    }

    /**
     * The first thing that is wrong with the JSON itself, with its remedy; empty where nothing was found.
     *
     * @param what the text is, at the beginning of a sentence, such as {@code The input}
     */
    Optional<String> complaint(String what) {
        // The reader speaks of a definition, which is what it reads elsewhere.
        String name = what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
        return problems.stream()
                .findFirst()
                // How deep a definition may be nested is no matter for other JSON.
                .filter(it -> !it.code().equals("TOO_DEEPLY_NESTED"))
                .map(
                        it ->
                                "%s is not JSON. Line %d, column %d: %s %s"
                                        .formatted(
                                                what,
                                                it.position().line(),
                                                it.position().column(),
                                                it.message().replace("the definition", name),
                                                it.remedy()))
                .map(it -> it + more());
    }

    private String more() {
        return switch (problems.size()) {
            case 1 -> "";
            case 2 -> " There is 1 more mistake after it.";
            default -> " There are " + (problems.size() - 1) + " more mistakes after it.";
        };
    }

    /** "Line 4, at /functions/charge: ", to begin a sentence with; without a line where the text has nothing there. */
    public String at(String pointer) {
        if (pointer.equals("/")) {
            return "";
        }
        return root.map(it -> offset(it, pointer))
                        .map(it -> "Line " + text.position(it, it).line() + ", at ")
                        .orElse("At ")
                + pointer
                + ": ";
    }

    /** Where the deepest part stands that {@code pointer} leads to. */
    private static int offset(SourceNode node, String pointer) {
        if (pointer.isEmpty()) {
            return node.start();
        }
        String rest = pointer.substring(1);
        return switch (node) {
            case SourceNode.Fields fields ->
                    fields.fields().stream()
                            .filter(it -> leads(it.name(), rest))
                            // A name may hold a slash, so the longest that fits is meant.
                            .max(Comparator.comparingInt(it -> it.name().length()))
                            .map(
                                    it ->
                                            rest.length() == it.name().length()
                                                    ? it.nameStart()
                                                    : offset(
                                                            it.value(),
                                                            rest.substring(it.name().length())))
                            .orElse(fields.start());
            case SourceNode.Elements list -> {
                String index = rest.replaceFirst("/.*", "");
                yield index.matches("[0-9]{1,6}")
                                && Integer.parseInt(index) < list.elements().size()
                        ? offset(
                                list.elements().get(Integer.parseInt(index)),
                                rest.substring(index.length()))
                        : list.start();
            }
            case SourceNode.Scalar scalar -> scalar.start();
        };
    }

    private static boolean leads(String name, String rest) {
        return rest.equals(name) || rest.startsWith(name + "/");
    }
}

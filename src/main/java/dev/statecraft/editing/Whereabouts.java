package dev.statecraft.editing;

import dev.statecraft.asl.Notation;

import java.util.List;

/**
 * Where in a definition somebody is writing, told from the text before the cursor alone, so that it works in text that is
 * half-typed.
 *
 * @param path of what is being written, from the outermost field inwards; elements of lists by number. Where a name is being
 *     written, the path of the object around it
 * @param part whether it is a field's name or a value
 * @param written what stands between the beginning of the name or value and the cursor, without quotation marks
 * @param from offset of its beginning, quotation mark included
 * @param to offset of its end, which may lie behind the cursor
 * @param quoted true inside quotation marks
 */
public record Whereabouts(
        List<String> path,
        Part part,
        String written,
        int from,
        int to,
        boolean quoted,
        Notation notation) {

    public enum Part {
        NAME,
        VALUE
    }

    public Whereabouts {
        path = List.copyOf(path);
    }

    public static Whereabouts of(String text, int offset) {
        int at = Math.clamp(offset, 0, text.length());
        return switch (Notation.of(text)) {
            case JSON -> new JsonScan(text, 0, at, List.of()).whereabouts(Notation.JSON);
            case YAML -> new YamlScan(text, at).whereabouts();
        };
    }

    boolean isName() {
        return part == Part.NAME;
    }

    /** The name of the field whose value this is; empty in a list at the top. */
    String field() {
        return path.reversed().stream()
                .filter(it -> !it.chars().allMatch(Character::isDigit))
                .findFirst()
                .orElse("");
    }
}

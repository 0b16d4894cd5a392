package dev.statecraft.editing.design;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Diagnostic;
import dev.statecraft.editing.TextEdit;

import java.util.List;
import java.util.Optional;

/**
 * What is inside a Map or Parallel cannot assign a variable that is assigned around it. A state that goes in or out, or a line
 * that leads there, can bring that about though nobody touched the variable.
 */
final class Shadowing {
    private static final String CODE = "DUPLICATE_VARIABLE_NAME";

    private Shadowing() {}

    /** Why the edits cannot be made; nothing if they bring no such thing about. */
    static Optional<String> reason(String text, List<TextEdit> edits) {
        if (!text.contains("Assign")) {
            return Optional.empty();
        }
        List<Diagnostic> after = shadowed(TextEdit.apply(text, edits));
        if (after.isEmpty() || after.size() <= shadowed(text).size()) {
            return Optional.empty();
        }
        String location = after.getLast().location();
        String variable = location.substring(location.lastIndexOf('/') + 1).replace(".$", "");
        return Optional.of(
                "Then \"%s\" would be assigned both inside a Map or Parallel and around it, and these are two variables. Give one of them another name first."
                        .formatted(variable));
    }

    private static List<Diagnostic> shadowed(String text) {
        return AslParser.parse(text).diagnostics().stream()
                .filter(it -> it.code().equals(CODE))
                .toList();
    }
}

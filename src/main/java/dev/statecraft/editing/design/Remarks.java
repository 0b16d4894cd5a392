package dev.statecraft.editing.design;

import dev.statecraft.asl.Diagnostic;
import dev.statecraft.editing.design.StateForm.Remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with one state, to be shared out among the entries of its form. */
final class Remarks {
    private final List<String> state;
    private final List<Diagnostic> left;

    private Remarks(List<String> state, List<Diagnostic> left) {
        this.state = state;
        this.left = left;
    }

    /** Those of the state itself and not of states inside it. */
    static Remarks about(List<String> state, List<Diagnostic> diagnostics) {
        String location = StateForms.location(state);
        List<Diagnostic> own = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String at = diagnostic.location();
            boolean isWithin =
                    at.equals(location)
                            || at.startsWith(location + "/")
                            || at.startsWith(location + "[");
            boolean isDeeper = isWithin && at.substring(location.length()).contains("/States/");
            if (isWithin && !isDeeper) {
                own.add(diagnostic);
            }
        }
        return new Remarks(state, own);
    }

    /** Takes those that belong to a field, or to anything inside its value. */
    List<Remark> take(String pointer) {
        String location =
                StateForms.location(
                        Level.below(state, Place.steps(pointer).toArray(String[]::new)));
        List<Remark> taken = new ArrayList<>();
        left.removeIf(
                it -> {
                    boolean belongs =
                            !pointer.isEmpty()
                                    && (it.location().equals(location)
                                            || it.location().startsWith(location + "/")
                                            || it.location().startsWith(location + "["));
                    return belongs && taken.add(remark(it));
                });
        return taken;
    }

    List<Remark> rest() {
        return left.stream().map(Remarks::remark).toList();
    }

    private static Remark remark(Diagnostic diagnostic) {
        return new Remark(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.message(),
                diagnostic.remedy());
    }
}

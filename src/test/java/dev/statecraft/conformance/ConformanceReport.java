package dev.statecraft.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many cases came out as recorded, by group, and where the others differ first. */
record ConformanceReport(List<Verdict> verdicts) {

    Count count() {
        return Count.of(verdicts);
    }

    /** A table for the console. */
    String table() {
        var table =
                new StringBuilder(
                        "%-28s %9s %9s %9s %8s%n"
                                .formatted("group", "outcome", "history", "of", "not run"));
        byGroup().forEach((group, count) -> table.append(row(group, count)));
        return table.append(row("all", count())).toString();
    }

    /** The same in Markdown, with the first difference of each case that failed. */
    void write(Path file) {
        var text = new StringBuilder("# Conformance\n\n");
        text.append("| group | outcome | history | run | not run yet |\n|---|---|---|---|---|\n");
        byGroup().forEach((group, count) -> text.append(markdownRow(group, count)));
        text.append(markdownRow("all", count())).append("\n## Differences\n");
        verdicts.stream().filter(it -> !it.historyEqual()).forEach(it -> append(text, it));
        write(file, text.toString());
    }

    /** What we did in each case, as JSON, so that other comparers can be run on it. */
    void writeActuals(Path folder) {
        verdicts.stream()
                .filter(it -> !it.actual().isMissingNode())
                .forEach(
                        it ->
                                write(
                                        folder.resolve(it.recorded().id() + ".json"),
                                        it.actual().toPrettyString()));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Count> byGroup() {
        Map<String, Count> counts = new TreeMap<>();
        verdicts.stream()
                .collect(Collectors.groupingBy(it -> it.recorded().group()))
                .forEach((group, members) -> counts.put(group, Count.of(members)));
        return counts;
    }

    private static String row(String group, Count count) {
        return "%-28s %9d %9d %9d %8d%n"
                .formatted(group, count.outcome(), count.history(), count.run(), count.notRun());
    }

    private static String markdownRow(String group, Count count) {
        return "| %s | %d | %d | %d | %d |\n"
                .formatted(group, count.outcome(), count.history(), count.run(), count.notRun());
    }

    private static void append(StringBuilder text, Verdict verdict) {
        String level = verdict.outcomeEqual() ? "history" : "outcome";
        Difference first = verdict.outcome().or(verdict::history).orElseThrow();
        text.append("\n### ").append(verdict.recorded().id());
        text.append("\n").append(level).append(" differs at ").append(first).append('\n');
        if (!verdict.outcomeEqual()) {
            verdict.history()
                    .filter(it -> !it.equals(first))
                    .ifPresent(it -> text.append("history differs at ").append(it).append('\n'));
        }
    }

    /**
     * @param run cases that we can run
     * @param notRun cases of a kind that we cannot run yet
     */
    record Count(long outcome, long history, long run, long notRun) {
        static Count of(List<Verdict> verdicts) {
            return new Count(
                    verdicts.stream().filter(it -> it.ran() && it.outcomeEqual()).count(),
                    verdicts.stream().filter(it -> it.ran() && it.historyEqual()).count(),
                    verdicts.stream().filter(Verdict::ran).count(),
                    verdicts.stream().filter(it -> !it.ran()).count());
        }

        double outcomeShare() {
            return (double) outcome / run;
        }

        double historyShare() {
            return (double) history / run;
        }
    }
}

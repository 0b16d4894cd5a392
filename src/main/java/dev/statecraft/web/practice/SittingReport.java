package dev.statecraft.web.practice;

import dev.statecraft.content.Concept;
import dev.statecraft.content.Exam;
import dev.statecraft.content.Question;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of a sitting, by domain and by concept. */
record SittingReport(
        Sitting sitting,
        String title,
        int right,
        int count,
        int answered,
        String took,
        boolean late,
        boolean hasTime,
        List<Row> domains,
        List<Row> concepts,
        List<Line> lines) {

    record Row(String title, int right, int count) {
        public int percent() {
            return count == 0 ? 0 : Math.round(100f * right / count);
        }
    }

    record Line(int place, String question, boolean correct, String mark, String inWords) {}

    static SittingReport of(
            Sitting sitting, List<SittingItem> items, SittingStore sittings, boolean late) {
        // By number of the domain, and by place of the concept: the order is that of the guide and
        // of the notes.
        Map<Integer, Row> domains = new TreeMap<>();
        Map<Integer, Row> concepts = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        Exam exam = sittings.exam();
        for (SittingItem item : items) {
            Optional<Question> question = sittings.question(item);
            Concept.of(item.concept)
                    .ifPresent(it -> count(concepts, it.ordinal(), it.title(), item));
            question.flatMap(it -> domain(exam, it))
                    .ifPresent(it -> count(domains, it.number(), it.title(), item));
            lines.add(
                    new Line(
                            item.key.place,
                            question.map(it -> cut(it.stem())).orElse("No longer in the bank"),
                            item.correct,
                            item.correct ? "✓" : "✕",
                            item.isAnswered() ? item.correct ? "right" : "wrong" : "not answered"));
        }
        return new SittingReport(
                sitting,
                sitting.practiceMode().title(),
                (int) items.stream().filter(it -> it.correct).count(),
                (int) items.stream().filter(it -> sittings.question(it).isPresent()).count(),
                (int) items.stream().filter(SittingItem::isAnswered).count(),
                Spans.inWords(
                        Duration.between(
                                        Instant.parse(sitting.startedAt),
                                        Instant.parse(String.valueOf(sitting.finishedAt)))
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
                late,
                sitting.endsAt != null,
                List.copyOf(domains.values()),
                List.copyOf(concepts.values()),
                lines);
    }

    /** A question counts for the domain of its first bullet. */
    private static Optional<Exam.Domain> domain(Exam exam, Question question) {
        return exam.bullet(question.bullets().getFirst())
                .flatMap(
                        bullet ->
                                exam.domains().stream()
                                        .filter(it -> it.number() == bullet.domain())
                                        .findFirst());
    }

    private static void count(Map<Integer, Row> rows, int place, String title, SittingItem item) {
        rows.merge(
                place,
                new Row(title, item.correct ? 1 : 0, 1),
                (a, b) -> new Row(title, a.right() + b.right(), a.count() + b.count()));
    }

    private static String cut(String stem) {
        String line = stem.replace('\n', ' ').replace("`", "");
        return line.length() > 110 ? line.substring(0, 108) + " ..." : line;
    }
}

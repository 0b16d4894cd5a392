package dev.statecraft.web.practice;

import dev.statecraft.asl.AslParser;
import dev.statecraft.content.Question;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.learning.PracticeMode;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.Markdown;

import io.quarkus.qute.RawString;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question of a sitting as its page shows it. */
record SittingPage(
        Sitting sitting,
        String title,
        int place,
        int count,
        Question question,
        RawString stem,
        RawString graph,
        List<RawString> given,
        String choose,
        List<Choice> choices,
        boolean told,
        boolean answered,
        boolean correct,
        String verdict,
        boolean flagged,
        boolean exam,
        long secondsLeft,
        List<Mark> map,
        Optional<Integer> next,
        String problem,
        String token) {

    /** @param state {@code right}, {@code wrong}, {@code missed} or {@code plain} */
    record Choice(
            String id,
            RawString text,
            RawString why,
            boolean chosen,
            String state,
            String mark,
            String inWords) {}

    /** One field of the question map. */
    record Mark(int place, String state, String inWords, boolean here) {}

    /**
     * All that the page is made of.
     *
     * @param next the place of the question to go on with; empty: this one is the last
     */
    record Parts(
            Sitting sitting,
            List<SittingItem> items,
            int place,
            Question question,
            List<String> key,
            Optional<Integer> next,
            Instant now) {}

    static SittingPage of(Parts parts, String problem, String token) {
        Sitting sitting = parts.sitting();
        PracticeMode mode = sitting.practiceMode();
        SittingItem item = parts.items().get(parts.place() - 1);
        boolean exam = mode.isExam();
        boolean told = exam ? sitting.isFinished() : item.isAnswered();
        int count =
                mode == PracticeMode.DRILLS
                        ? Math.max(parts.items().size(), mode.questions())
                        : parts.items().size();
        return new SittingPage(
                sitting,
                mode.title(),
                parts.place(),
                count,
                parts.question(),
                Markdown.html(parts.question().stem()),
                new RawString(
                        parts.question()
                                .exhibit()
                                .flatMap(it -> AslParser.parse(it).machine())
                                .map(it -> SvgDiagram.of(it).draw())
                                .orElse("")),
                parts.question().given().stream().map(Markdown::inline).toList(),
                choose(parts),
                choices(parts, item, told),
                told,
                item.isAnswered(),
                item.correct,
                verdict(parts, item),
                item.flagged,
                exam && !sitting.isFinished(),
                sitting.endsAt == null
                        ? 0
                        : Math.max(
                                0,
                                Duration.between(parts.now(), Instant.parse(sitting.endsAt))
                                        .toSeconds()),
                map(parts, exam && !sitting.isFinished()),
                parts.next(),
                problem,
                token);
    }

    private static List<Choice> choices(Parts parts, SittingItem item, boolean told) {
        Set<String> chosen = item.chosenIds();
        List<Choice> choices = new ArrayList<>();
        for (Question.Option option : parts.question().shown(parts.sitting().seed, parts.place())) {
            boolean right = parts.key().contains(option.id());
            boolean mine = chosen.contains(option.id());
            String state =
                    !told ? "plain" : right ? mine ? "right" : "missed" : mine ? "wrong" : "plain";
            choices.add(
                    new Choice(
                            option.id(),
                            Markdown.inline(option.text()),
                            told ? Markdown.inline(option.why()) : new RawString(""),
                            mine,
                            state,
                            switch (state) {
                                case "right" -> "✓";
                                case "missed" -> "→";
                                case "wrong" -> "✕";
                                default -> "";
                            },
                            switch (state) {
                                case "right" -> "right, and you chose it";
                                case "missed" -> "right, and you did not choose it";
                                case "wrong" -> "wrong, and you chose it";
                                default -> "wrong, and you left it";
                            }));
        }
        return choices;
    }

    private static String verdict(Parts parts, SittingItem item) {
        if (item.correct) {
            return "Right.";
        }
        if (!item.isAnswered()) {
            return "Not answered, which counts as wrong.";
        }
        if (!parts.question().multiple()) {
            return "Not right.";
        }
        Set<String> chosen = item.chosenIds();
        long hit = parts.key().stream().filter(chosen::contains).count();
        long wrong = chosen.stream().filter(it -> !parts.key().contains(it)).count();
        return "Not right: you found "
                + hit
                + " of "
                + parts.key().size()
                + (wrong > 0
                        ? ", and chose "
                                + wrong
                                + " that "
                                + (wrong == 1 ? "is" : "are")
                                + " wrong."
                        : ".");
    }

    private static List<Mark> map(Parts parts, boolean silent) {
        List<Mark> map = new ArrayList<>();
        for (SittingItem item : parts.items()) {
            String state =
                    silent || !item.isAnswered()
                            ? item.isAnswered() ? "answered" : "open"
                            : item.correct ? "right" : "wrong";
            String words =
                    switch (state) {
                        case "answered" -> "answered";
                        case "open" -> "not answered";
                        case "right" -> "right";
                        default -> "wrong";
                    };
            map.add(
                    new Mark(
                            item.key.place,
                            state + (item.flagged ? " flagged" : ""),
                            words + (item.flagged ? ", flagged" : ""),
                            item.key.place == parts.place()));
        }
        return map;
    }

    private static String choose(Parts parts) {
        if (!parts.question().multiple()) {
            return "Choose one.";
        }
        return "Choose "
                + switch (parts.key().size()) {
                    case 2 -> "two";
                    case 3 -> "three";
                    case 4 -> "four";
                    default -> String.valueOf(parts.key().size());
                }
                + ".";
    }

    public long minutesLeft() {
        return Math.ceilDiv(secondsLeft, 60);
    }

    /** How many questions have no answer yet. */
    public long unanswered() {
        return map.stream().filter(it -> it.state().startsWith("open")).count();
    }

    /** Whether something can be run to prove the answer. */
    public boolean proven() {
        return question.proven();
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Concept;
import dev.statecraft.learning.Answer;
import dev.statecraft.learning.Attempt;
import dev.statecraft.learning.CardReview;
import dev.statecraft.learning.Mastery;
import dev.statecraft.learning.PracticeMode;
import dev.statecraft.learning.Readiness;
import dev.statecraft.learning.Selection;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers what the page of progress shows. */
@ApplicationScoped
class ProgressReport {
    private static final double GOOD_MOCK = 0.8;
    private static final int DAYS_SHOWN = 14;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    @Inject Bank bank;

    @Inject SittingStore sittings;

    @Inject CardDesk cards;

    /** @param inWords such as {@code not begun} */
    record Row(String id, String title, int percent, int answers, String inWords) {}

    /**
     * What to do next.
     *
     * @param about the concept of a round to begin; empty: a link to {@code address} is enough
     */
    record Next(String says, String address, String link, String about) {}

    record Shown(
            Readiness readiness,
            List<Row> mastery,
            TrustPlot calibration,
            BarPlot activity,
            int answers,
            Next next,
            int lessonsPassed,
            int cardsMet) {}

    Shown of(String learner) {
        List<Answer> answers = sittings.answersOf(learner);
        Readiness readiness = Readiness.of(answers, goodMockDays(learner), recall(learner));
        return new Shown(
                readiness,
                Arrays.stream(Concept.values()).map(it -> row(it, answers)).toList(),
                TrustPlot.of(answers),
                BarPlot.of(activity(answers, sittings.now())),
                answers.size(),
                next(learner, answers),
                (int)
                        Attempt.of(learner).stream()
                                .filter(it -> it.passed)
                                .map(it -> it.scenario)
                                .distinct()
                                .count(),
                cards.queue(learner).states().size());
    }

    private static Row row(Concept concept, List<Answer> answers) {
        int count = (int) answers.stream().filter(it -> it.concept() == concept).count();
        double mastery = Mastery.of(answers, concept);
        String words =
                count == 0
                        ? "not begun"
                        : mastery >= 0.95 ? "mastered" : mastery >= 0.6 ? "nearly there" : "begun";
        return new Row(
                concept.id(), concept.title(), (int) Math.round(100 * mastery), count, words);
    }

    /** The latest days, today last; a day without answers is a day too. */
    private static List<BarPlot.Count> activity(List<Answer> answers, Instant now) {
        Map<LocalDate, Integer> days = new HashMap<>();
        answers.forEach(it -> days.merge(day(it.at()), 1, Integer::sum));
        List<BarPlot.Count> activity = new ArrayList<>();
        for (int back = DAYS_SHOWN - 1; back >= 0; back--) {
            LocalDate day = day(now).minusDays(back);
            activity.add(
                    new BarPlot.Count(
                            back == 0 ? "today" : DAY.format(day),
                            day.toString(),
                            days.getOrDefault(day, 0)));
        }
        return activity;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static int goodMockDays(String learner) {
        Set<String> days = new HashSet<>();
        for (Sitting sitting : Sitting.of(learner)) {
            if (sitting.practiceMode().isExam() && sitting.finishedAt != null) {
                List<SittingItem> items = SittingItem.of(sitting.id);
                long right = items.stream().filter(it -> it.correct).count();
                boolean whole = items.size() >= PracticeMode.MOCK.questions();
                if (whole && right >= GOOD_MOCK * items.size()) {
                    days.add(sitting.finishedAt.substring(0, 10));
                }
            }
        }
        return days.size();
    }

    /** Share of due cards that were recalled; negative: none was due yet. */
    private static double recall(String learner) {
        List<CardReview> due =
                CardReview.of(learner).stream().filter(it -> it.key.number > 1).toList();
        return due.isEmpty()
                ? -1
                : (double) due.stream().filter(it -> it.recalled).count() / due.size();
    }

    private Next next(String learner, List<Answer> answers) {
        int due = cards.queue(learner).due().size();
        if (due > 0) {
            return new Next(
                    due + (due == 1 ? " flashcard is" : " flashcards are") + " due.",
                    "/review",
                    "Review",
                    "");
        }
        int sure = new Selection(bank, answers).sureButWrong().size();
        if (sure > 0) {
            return new Next(
                    "You were sure and mistaken about "
                            + sure
                            + (sure == 1 ? " question." : " questions.")
                            + " Such gaps cost most.",
                    "/practice",
                    "Practise",
                    "");
        }
        Concept weakest =
                Arrays.stream(Concept.values())
                        .min(Comparator.comparingDouble(it -> Mastery.of(answers, it)))
                        .orElseThrow();
        return new Next(
                "You know least about: " + weakest.title() + ".",
                "/notes/" + weakest.id(),
                "Read the note",
                weakest.id());
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Card;
import dev.statecraft.learning.Attempt;
import dev.statecraft.learning.CardReview;
import dev.statecraft.learning.CardState;
import dev.statecraft.learning.ExamPlan;
import dev.statecraft.learning.Fsrs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps what learners remember of their cards, and says which card comes next. */
@ApplicationScoped
class CardDesk {
    /** New cards on one day: each comes back several times in the days that follow. */
    static final int NEW_CARDS_A_DAY = 10;

    private static final double SECONDS_A_DAY = 86_400;

    private final Fsrs fsrs = new Fsrs();
    private final Clock clock = Clock.systemUTC();

    @Inject Bank bank;

    /**
     * @param due cards to be called up again, the oldest debt first
     * @param fresh cards to be met today for the first time
     * @param states all cards met so far, the one that is due first comes first
     * @param exam when the learner sits the exam, if they said so and it is still to come
     */
    record Queue(
            List<Card> due, List<Card> fresh, List<CardState> states, Optional<LocalDate> exam) {
        Instant dueAt(CardState state) {
            return exam.map(it -> ExamPlan.dueAt(it, state))
                    .orElseGet(() -> Instant.parse(state.dueAt));
        }

        Optional<Card> first() {
            return Stream.concat(due.stream(), fresh.stream()).findFirst();
        }
    }

    Instant now() {
        return clock.instant();
    }

    Queue queue(String learner) {
        LocalDate day = now().atZone(ZoneOffset.UTC).toLocalDate();
        Optional<LocalDate> exam = ExamPlan.of(learner).filter(it -> !it.isBefore(day));
        var plan = new Queue(List.of(), List.of(), List.of(), exam);
        List<CardState> states =
                CardState.of(learner).stream().sorted(Comparator.comparing(plan::dueAt)).toList();
        Map<String, CardState> byCard = new HashMap<>();
        states.forEach(it -> byCard.put(it.key.card, it));
        String today = day.toString();
        long metToday =
                CardReview.of(learner).stream()
                        .filter(it -> it.key.number == 1 && it.reviewedAt.startsWith(today))
                        .count();
        List<Card> due =
                states.stream()
                        .filter(it -> !plan.dueAt(it).isAfter(now()))
                        .flatMap(it -> bank.card(it.key.card).stream())
                        .toList();
        List<Card> fresh =
                openCards(learner).stream()
                        .filter(it -> !byCard.containsKey(it.id()))
                        .limit(Math.max(0, NEW_CARDS_A_DAY - metToday))
                        .toList();
        return new Queue(due, fresh, states, exam);
    }

    /** The cards of a lesson come once it is passed, and before all others. */
    private List<Card> openCards(String learner) {
        Set<String> passed = new HashSet<>();
        for (Attempt attempt : Attempt.of(learner)) {
            if (attempt.passed) {
                passed.add(attempt.scenario);
            }
        }
        return bank.cards().stream()
                .filter(it -> it.scenario().map(passed::contains).orElse(true))
                .sorted(Comparator.comparing(it -> it.scenario().isEmpty()))
                .toList();
    }

    /**
     * Keeps a review.
     *
     * @param number how many reviews the learner had seen; another number means that this one was already counted
     */
    @Transactional
    public boolean review(String learner, Card card, boolean recalled, int number) {
        Optional<CardState> before = CardState.of(learner, card.id());
        if (before.map(it -> it.reviews).orElse(0) != number) {
            return false;
        }
        Instant now = now();
        double days =
                before.map(it -> Duration.between(Instant.parse(it.reviewedAt), now).toSeconds())
                                .orElse(0L)
                        / SECONDS_A_DAY;
        Fsrs.Rating rating = recalled ? Fsrs.Rating.GOOD : Fsrs.Rating.AGAIN;
        Fsrs.Memory memory = fsrs.after(before.map(CardState::memory), days, rating);
        log(learner, card, recalled, before.map(it -> fsrs.recall(it.memory(), days)), number + 1);
        CardState state = before.orElseGet(CardState::new);
        state.key.learner = learner;
        state.key.card = card.id();
        state.stability = memory.stability();
        state.difficulty = memory.difficulty();
        state.reviews = number + 1;
        state.lapses += recalled ? 0 : 1;
        state.reviewedAt = now.toString();
        state.dueAt = now.plusSeconds((long) (fsrs.interval(memory) * SECONDS_A_DAY)).toString();
        if (before.isEmpty()) {
            state.persist();
        }
        return true;
    }

    private void log(
            String learner, Card card, boolean recalled, Optional<Double> expected, int number) {
        var review = new CardReview();
        review.key.learner = learner;
        review.key.card = card.id();
        review.key.number = number;
        review.recalled = recalled;
        review.expected = expected.orElse(0.0);
        review.reviewedAt = now().toString();
        review.persist();
    }
}

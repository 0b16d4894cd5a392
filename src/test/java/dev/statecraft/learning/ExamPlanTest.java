package dev.statecraft.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

class ExamPlanTest {
    private static final LocalDate EXAM = LocalDate.of(2026, 12, 18);
    private static final Instant LONG_AFTER = Instant.parse("2027-06-01T00:00:00Z");

    @Test
    void cards_that_would_come_after_the_exam_are_spread_over_the_seven_days_before_it() {
        Map<LocalDate, Integer> days = new HashMap<>();

        for (int i = 0; i < 700; i++) {
            CardState card = card("card-" + i, "2026-11-21T12:00:00Z", LONG_AFTER);
            LocalDate day = ExamPlan.dueAt(EXAM, card).atZone(ZoneOffset.UTC).toLocalDate();
            days.merge(day, 1, Integer::sum);
        }

        assertThat(days.keySet()).hasSize(7).allMatch(it -> it.isBefore(EXAM));
        assertThat(days.keySet()).allMatch(it -> !it.isBefore(EXAM.minusDays(7)));
        assertThat(days.values()).allMatch(it -> it >= 70 && it <= 130);
    }

    @Test
    void a_card_that_was_seen_in_the_last_week_follows_the_model_alone() {
        assertThat(ExamPlan.dueAt(EXAM, card("a", "2026-12-11T00:00:00Z", LONG_AFTER)))
                .isEqualTo(LONG_AFTER);
        assertThat(ExamPlan.dueAt(EXAM, card("a", "2026-12-10T23:59:59Z", LONG_AFTER)))
                .isBefore(EXAM.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void a_card_that_is_due_sooner_stays_due_sooner() {
        Instant soon = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(ExamPlan.dueAt(EXAM, card("a", "2026-11-21T12:00:00Z", soon))).isEqualTo(soon);
    }

    private static CardState card(String id, String reviewedAt, Instant dueAt) {
        var card = new CardState();
        card.key.card = id;
        card.reviewedAt = reviewedAt;
        card.dueAt = dueAt.toString();
        return card;
    }
}

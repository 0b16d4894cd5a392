package dev.statecraft.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.statecraft.learning.Fsrs.Memory;
import dev.statecraft.learning.Fsrs.Rating;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FsrsTest {
    /** The default weights of py-fsrs, for which its tests publish results. */
    private static final Fsrs REFERENCE =
            new Fsrs(
                    new double[] {
                        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722,
                        0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425,
                        0.0912, 0.0658, 0.1542
                    });

    @Test
    void a_history_leads_to_the_memory_that_the_reference_implementation_publishes() {
        Rating[] ratings = {
            Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.GOOD
        };
        int[] days = {0, 0, 1, 3, 8, 21};

        Optional<Memory> memory = Optional.empty();
        for (int i = 0; i < ratings.length; i++) {
            memory = Optional.of(REFERENCE.after(memory, days[i], ratings[i]));
        }

        // The published figures have five and seven decimals.
        assertThat(memory.orElseThrow().stability()).isCloseTo(53.62691, within(1e-4));
        assertThat(memory.orElseThrow().difficulty()).isCloseTo(6.3574867, within(1e-6));
    }

    @Test
    void a_first_review_leads_to_the_published_stability_and_difficulty() {
        double[] stability = {0.212, 1.2931, 2.3065, 8.2956};
        double[] difficulty = {6.4133, 5.1121707, 2.118104, 1.0};

        for (Rating rating : Rating.values()) {
            Memory memory = REFERENCE.after(Optional.empty(), 0, rating);
            assertThat(memory.stability()).isEqualTo(stability[rating.ordinal()]);
            assertThat(memory.difficulty()).isCloseTo(difficulty[rating.ordinal()], within(1e-6));
        }
    }

    @Test
    void days_between_reviews_are_those_that_the_reference_implementation_publishes() {
        List<Long> intervals = new ArrayList<>();
        Optional<Memory> memory = Optional.empty();
        long days = 0;

        // The reference asks a new card twice on the first day, and rounds to whole days.
        for (int i = 0; i < 6; i++) {
            memory = Optional.of(REFERENCE.after(memory, days, Rating.GOOD));
            days = i == 0 ? 0 : Math.max(1, Math.round(REFERENCE.interval(memory.orElseThrow())));
            intervals.add(days);
        }

        assertThat(intervals).containsExactly(0L, 2L, 11L, 46L, 163L, 498L);
    }

    @Test
    void a_card_is_due_when_recall_has_fallen_to_nine_in_ten() {
        var fsrs = new Fsrs();

        for (Rating rating : Rating.values()) {
            Memory memory = fsrs.after(Optional.empty(), 0, rating);
            assertThat(fsrs.recall(memory, fsrs.interval(memory))).isCloseTo(0.9, within(1e-12));
        }
        assertThat(fsrs.interval(fsrs.after(Optional.empty(), 0, Rating.GOOD)))
                .isCloseTo(3.2602, within(1e-9));
    }

    @Test
    void what_was_forgotten_never_becomes_more_stable() {
        var fsrs = new Fsrs();
        var memory = new Memory(20, 6);

        assertThat(fsrs.after(Optional.of(memory), 20, Rating.AGAIN).stability()).isLessThan(20);
        assertThat(fsrs.after(Optional.of(memory), 0.2, Rating.AGAIN).stability()).isLessThan(20);
        assertThat(fsrs.after(Optional.of(memory), 20, Rating.GOOD).stability()).isGreaterThan(20);
    }
}

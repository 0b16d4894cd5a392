package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class DrillTest {
    /** As many seeds as are promised, in ten seconds to half a minute; {@code -Dstatecraft.drills} tries another number. */
    private static final int SEEDS = Integer.getInteger("statecraft.drills", 10_000);

    @Test
    void no_seed_gives_an_ambiguous_key_or_two_equal_options() {
        List<String> faulty = new ArrayList<>();
        Set<Concept> concepts = new HashSet<>();
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> asked = new HashMap<>();
        int longest = 0;
        int shortest = 0;

        for (int seed = 0; seed < SEEDS; seed++) {
            Question drill = Drill.of(1 + seed % Drill.LEVELS, seed);
            Set<String> texts = new HashSet<>();
            drill.options().forEach(it -> texts.add(it.text()));
            boolean sound =
                    drill.key().size() == 1
                            && drill.options().size() >= 3
                            && texts.size() == drill.options().size();
            if (!sound) {
                faulty.add(drill.id() + " " + drill.key() + " " + texts);
            }
            concepts.add(drill.concept());
            asked.merge(asked(drill), 1, Integer::sum);
            drill.key().forEach(it -> keys.merge(it, 1, Integer::sum));
            longest += rightIs(drill, true) ? 1 : 0;
            shortest += rightIs(drill, false) ? 1 : 0;
        }

        assertThat(faulty).isEmpty();
        assertThat(keys.values()).as("no letter tells the key").allMatch(it -> it < 0.35 * SEEDS);
        assertThat(longest).as("length tells no key").isLessThan((int) (0.4 * SEEDS));
        assertThat(shortest).as("length tells no key").isLessThan((int) (0.4 * SEEDS));
        assertThat(concepts)
                .contains(
                        Concept.RETRY_CATCH,
                        Concept.CHOICE,
                        Concept.DATA_FLOW,
                        Concept.PARALLEL_MAP,
                        Concept.TIMEOUTS,
                        Concept.COST);
        assertThat(asked.keySet())
                .contains(
                        "Path",
                        "Output",
                        "Calls",
                        "Seconds",
                        "Retriers",
                        "Ending",
                        "Transitions",
                        "StandardCost",
                        "ExpressCost");
        assertThat(asked.values()).allMatch(it -> it > SEEDS / 200);
    }

    /** True if the right option alone is the longest, or the shortest. */
    private static boolean rightIs(Question drill, boolean longest) {
        int right = drill.option(drill.key().getFirst()).orElseThrow().text().length();
        return drill.options().stream()
                .filter(it -> !drill.key().contains(it.id()))
                .mapToInt(it -> it.text().length())
                .allMatch(it -> longest ? it < right : it > right);
    }

    private static String asked(Question drill) {
        Claim.Proven claim = (Claim.Proven) drill.options().getFirst().claim();
        return claim.ask().orElseThrow().measure().getClass().getSimpleName();
    }

    @Test
    void a_wrong_option_is_what_its_mutant_shows() {
        Question drill = Drill.of(3, 11);

        for (Question.Option option : drill.options()) {
            Claim.Proven claim = (Claim.Proven) option.claim();
            Claim.Asked asked = claim.ask().orElseThrow();
            assertThat(option.run().orElseThrow().measure(asked.measure()))
                    .isEqualTo(asked.value());
        }
    }

    @Test
    void the_right_option_tells_what_happened() {
        Question drill = Drill.of(1, 3);

        String why = drill.option(drill.key().getFirst()).orElseThrow().why();

        assertThat(why).startsWith("This is what the run shows: it enters ").endsWith(" s.");
    }

    @Test
    void the_same_seed_gives_the_same_drill() {
        Question first = Drill.of(2, 5);
        Question second = Drill.named("drill-2-5").orElseThrow();

        assertThat(second.exhibit()).isEqualTo(first.exhibit());
        assertThat(second.options()).hasSameSizeAs(first.options());
        assertThat(Drill.named("drill-9-5")).isEmpty();
        assertThat(Drill.named("drill-1-x")).isEmpty();
    }
}

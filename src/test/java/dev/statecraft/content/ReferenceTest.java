package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.content.Reference.Chapter;
import dev.statecraft.content.Reference.Entry;
import dev.statecraft.grading.Measure;
import dev.statecraft.query.IntrinsicFunction;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ReferenceTest {
    private static final Reference REFERENCE =
            Reference.read(ContentFolder.onDisk(Path.of(".").toAbsolutePath()));

    @Test
    void every_file_can_be_read() {
        assertThat(REFERENCE.faults()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_example_does_what_it_says() {
        return REFERENCE.chapters().stream()
                .flatMap(
                        chapter ->
                                chapter.entries().stream()
                                        .map(
                                                entry ->
                                                        DynamicTest.dynamicTest(
                                                                chapter.title()
                                                                        + ": "
                                                                        + entry.name(),
                                                                () -> runs(entry))));
    }

    private static void runs(Entry entry) {
        assertThat(entry.experiment().parsing().machine())
                .as("diagnostics %s", entry.experiment().parsing().diagnostics())
                .isPresent();
        if (entry.fails().isPresent()) {
            assertThat(entry.experiment().measure(new Measure.Error()))
                    .isEqualTo(JsonNodeFactory.instance.textNode(entry.fails().get()));
        } else {
            JsonNode output = entry.experiment().measure(new Measure.Output("$"));
            assertThat(same(output, entry.gives()))
                    .as(
                            "output %s, error %s",
                            output, entry.experiment().measure(new Measure.Error()))
                    .isTrue();
        }
    }

    /** Numbers are compared by value: 1 and 1.0 are the same JSON number. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) ->
                        left.isNumber() && right.isNumber()
                                ? Double.compare(left.doubleValue(), right.doubleValue())
                                : left.equals(right) ? 0 : 1,
                other);
    }

    private static Set<String> names(String chapter) {
        return REFERENCE.chapters().stream()
                .filter(it -> it.id().equals(chapter))
                .flatMap(it -> it.entries().stream())
                .map(Entry::name)
                .collect(Collectors.toSet());
    }

    @Test
    void every_intrinsic_function_is_described() {
        assertThat(names("intrinsics"))
                .isEqualTo(
                        Arrays.stream(IntrinsicFunction.values())
                                .map(it -> "States." + it.name())
                                .collect(Collectors.toSet()));
    }

    @Test
    void every_comparison_of_a_choice_is_described() {
        assertThat(names("choice"))
                .containsAll(Arrays.stream(ComparisonOperator.values()).map(Enum::name).toList());
    }

    @Test
    void every_function_that_step_functions_adds_to_jsonata_is_described() {
        assertThat(names("jsonata"))
                .contains("$partition", "$range", "$hash", "$random", "$uuid", "$parse");
    }

    @Test
    void no_two_entries_of_a_chapter_share_an_address() {
        for (Chapter chapter : REFERENCE.chapters()) {
            List<String> ids = chapter.entries().stream().map(Entry::id).toList();
            assertThat(ids).as(chapter.title()).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void a_search_finds_by_all_its_words() {
        assertThat(REFERENCE.matching("task token"))
                .flatExtracting(Chapter::entries)
                .extracting(Entry::name)
                .contains(".waitForTaskToken", "$$.Task.Token")
                .doesNotContain("Pass");
    }
}

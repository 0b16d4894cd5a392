package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Vocabulary;
import dev.statecraft.content.Reference.Chapter;
import dev.statecraft.content.Reference.Entry;
import dev.statecraft.grading.Measure;
import dev.statecraft.query.intrinsics.IntrinsicFunction;
import dev.statecraft.query.jsonata.JsonataFunctionNames;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        var experiment = entry.experiment();
        if (!(entry.ending() instanceof Reference.Finds)) {
            assertThat(experiment.parsing().machine())
                    .as("diagnostics %s", experiment.parsing().diagnostics())
                    .isPresent();
        }
        switch (entry.ending()) {
            case Reference.Fails fails ->
                    assertThat(experiment.measure(new Measure.Error()))
                            .isEqualTo(JsonNodeFactory.instance.textNode(fails.error()));
            case Reference.Ends ends ->
                    assertThat(experiment.measure(new Measure.Status()).asText())
                            .isEqualTo(ends.status());
            case Reference.Finds finds ->
                    assertThat(experiment.parsing().diagnostics())
                            .extracting(it -> it.rule().name())
                            .contains(finds.rule());
            case Reference.Gives gives -> {
                JsonNode output = experiment.measure(new Measure.Output("$"));
                assertThat(same(output, gives.output()))
                        .as("output %s, error %s", output, experiment.measure(new Measure.Error()))
                        .isTrue();
            }
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
    void every_function_of_JSONata_is_described() {
        assertThat(names("jsonata"))
                .containsAll(JsonataFunctionNames.ALL.stream().map(it -> "$" + it).toList());
    }

    @Test
    void every_error_that_the_service_predefines_is_described() {
        assertThat(names("error-names"))
                .containsAll(
                        Stream.of(
                                        "ALL BranchFailed DataLimitExceeded ExceedToleratedFailureThreshold"
                                                .split(" "),
                                        "HeartbeatTimeout Http.Socket Http.StatusCode IntrinsicFailure"
                                                .split(" "),
                                        "ItemReaderFailed NoChoiceMatched ParameterPathFailure Permissions"
                                                .split(" "),
                                        "QueryEvaluationError ResultPathMatchFailure ResultWriterFailed"
                                                .split(" "),
                                        "Runtime TaskFailed Timeout".split(" "))
                                .flatMap(Stream::of)
                                .map(it -> "States." + it)
                                .toList());
    }

    @Test
    void every_field_of_every_type_of_state_stands_in_an_example_that_is_executed() {
        Set<String> shown = new TreeSet<>();
        for (Chapter chapter : REFERENCE.chapters()) {
            for (Entry entry : chapter.entries()) {
                if (!(entry.ending() instanceof Reference.Finds)) {
                    collect(json(entry.experiment().definition()), QueryLanguage.JSONPath, shown);
                }
            }
        }
        for (QueryLanguage language : QueryLanguage.values()) {
            for (String type : Vocabulary.stateTypes()) {
                assertThat(shown)
                        .containsAll(
                                Vocabulary.fields(type, language).stream()
                                        // A state has one or the other.
                                        .filter(
                                                field ->
                                                        !field.equals("Next")
                                                                && !field.equals("End"))
                                        .map(field -> type + " in " + language + ": " + field)
                                        .toList());
            }
        }
    }

    /** Every type, language and field that occurs among the states in {@code container} and inside them. */
    private static void collect(JsonNode container, QueryLanguage inherited, Set<String> shown) {
        QueryLanguage machine = language(container, inherited);
        for (JsonNode state : container.path("States")) {
            QueryLanguage own = language(state, machine);
            state.fieldNames()
                    .forEachRemaining(
                            field ->
                                    shown.add(
                                            state.path("Type").asText()
                                                    + " in "
                                                    + own
                                                    + ": "
                                                    + field));
            state.path("Branches").forEach(branch -> collect(branch, machine, shown));
            collect(state.path("ItemProcessor"), machine, shown);
            collect(state.path("Iterator"), machine, shown);
        }
    }

    private static QueryLanguage language(JsonNode node, QueryLanguage otherwise) {
        return node.has("QueryLanguage")
                ? QueryLanguage.valueOf(node.get("QueryLanguage").asText())
                : otherwise;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void every_field_of_a_reader_a_batcher_and_a_writer_has_an_entry() {
        assertThat(names("distributed-map"))
                .contains(
                        "ItemReader.Resource",
                        "ItemReader.Parameters",
                        "ReaderConfig.InputType",
                        "ReaderConfig.Transformation",
                        "ReaderConfig.ManifestType",
                        "ReaderConfig.CSVDelimiter",
                        "ReaderConfig.CSVHeaderLocation",
                        "ReaderConfig.CSVHeaders",
                        "ReaderConfig.ItemsPointer",
                        "ReaderConfig.MaxItems",
                        "ReaderConfig.MaxItemsPath",
                        "ItemBatcher.MaxItemsPerBatch",
                        "ItemBatcher.MaxItemsPerBatchPath",
                        "ItemBatcher.MaxInputBytesPerBatch",
                        "ItemBatcher.MaxInputBytesPerBatchPath",
                        "ItemBatcher.BatchInput",
                        "ResultWriter.Resource",
                        "ResultWriter.WriterConfig.Transformation",
                        "ResultWriter.WriterConfig.OutputType",
                        "ProcessorConfig");
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

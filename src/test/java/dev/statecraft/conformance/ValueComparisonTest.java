package dev.statecraft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.conformance.Wildcards.Bound;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ValueComparisonTest {
    private static final String NOTHING_VOLATILE = "[]";

    @Test
    void equal_values_are_equal_and_the_first_difference_is_named() {
        assertThat(difference("{'a': [1, {'b': null}]}", "{'a': [1, {'b': null}]}")).isEmpty();
        assertThat(difference("{'a': [1, {'b': 2}]}", "{'a': [1, {'b': 3}]}"))
                .contains(new Difference("$.a[1].b", "2", "3"));
    }

    @Test
    void a_missing_and_a_surplus_field_differ() {
        assertThat(difference("{'a': 1}", "{}")).contains(new Difference("$.a", "1", "(absent)"));
        assertThat(difference("{}", "{'a': 1}")).contains(new Difference("$.a", "(absent)", "1"));
    }

    @Test
    void numbers_are_equal_by_value_but_texts_of_numbers_by_spelling() {
        assertThat(difference("1", "1.0")).isEmpty();
        assertThat(difference("'1'", "'1.0'")).isPresent();
        assertThat(difference("'1'", "1")).isPresent();
    }

    @Test
    void a_placeholder_stands_for_any_text() {
        assertThat(difference("'id <request_id>.'", "'id 4711.'")).isEmpty();
        assertThat(difference("'<request_id>'", "7")).isEmpty();
        assertThat(difference("'<request_id>'", "null")).isPresent();
        assertThat(difference("'id <request_id>.'", "'no 4711.'")).isPresent();
    }

    @Test
    void a_numbered_placeholder_stands_for_one_text_throughout() {
        assertThat(difference("['<uuid:1>', '<uuid:1>']", "['x', 'x']")).isEmpty();
        assertThat(difference("['<uuid:1>', '<uuid:1>']", "['x', 'y']")).isPresent();
        assertThat(difference("['<uuid:1>', '<uuid:2>']", "['x', 'y']")).isEmpty();
        assertThat(difference("['<request_id>', '<request_id>']", "['x', 'y']")).isEmpty();
    }

    @Test
    void a_placeholder_in_a_key_matches_the_key_that_fits() {
        assertThat(difference("{'<name:1>-key': 1, 'b': 2}", "{'b': 2, 'a-key': 1}")).isEmpty();
        assertThat(difference("{'<name:1>-key': 1}", "{'a': 1}")).isPresent();
    }

    @Test
    void some_words_stand_for_a_whole_value() {
        assertThat(difference("{'Date': 'date'}", "{'Date': ['x', 1]}")).isEmpty();
        assertThat(difference("{'Date': 'date'}", "{}")).isPresent();
        assertThat(difference("'on this date'", "'on that date'")).isPresent();
    }

    @Test
    void a_case_adds_words_of_its_own() {
        String byPath = "[{'path': '$..Id', 'replacement': 'an-id', 'reference': false}]";
        String byReference = "[{'path': '$..Id', 'replacement': 'an-id', 'reference': true}]";
        String byText = "[{'regex': '[0-9]+', 'replacement': 'number'}]";

        assertThat(difference("'an-id'", "'x'", byPath)).isEmpty();
        assertThat(difference("'an-id'", "'x'", byReference)).isPresent();
        assertThat(difference("'no. number'", "'no. 12'", byText)).isEmpty();
        assertThat(difference("'no. number'", "'no. 12'")).isPresent();
    }

    @Test
    void text_that_holds_json_equals_the_json_it_holds() {
        assertThat(difference("{'a': 1}", "'{\\'a\\':1}'")).isEmpty();
        assertThat(difference("'{\\'a\\': 1}'", "'{\\'a\\':1}'")).isEmpty();
        assertThat(difference("{'a': 1}", "'{\\'a\\':2}'")).isPresent();
        assertThat(difference("{'a': 1}", "'no json'")).isPresent();
    }

    private static Optional<Difference> difference(String expected, String actual) {
        return difference(expected, actual, NOTHING_VOLATILE);
    }

    private static Optional<Difference> difference(
            String expected, String actual, String volatiles) {
        return new ValueComparison(new Wildcards(json(volatiles)))
                .compare(json(expected), json(actual), new Bound(), "$");
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"')).orElseThrow();
    }
}

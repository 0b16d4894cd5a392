package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the editor is told about a text while somebody types. */
@QuarkusTest
class ChecksTest {

    @Test
    void one_slip_that_makes_hundreds_of_states_unreachable_fills_no_page() {
        String answer = check(lineOf(300).replace("\"Next\": \"S1\"", "\"Next\": \"Nowhere\""));

        assertThat(answer)
                .contains("Nowhere")
                .contains("300 errors to mend")
                .contains("And 200 more.");
        assertThat(answer.split("<li class=\"note ", -1)).hasSize(1 + 100);
    }

    @Test
    void few_notes_are_all_shown() {
        String answer = check(lineOf(3).replace("\"Next\": \"S1\"", "\"Next\": \"Nowhere\""));

        assertThat(answer).contains("3 errors to mend").doesNotContain(" more. They come up");
    }

    private static String check(String definition) {
        var browser = new Browserless();
        return browser.post("/definitions/checks", browser.form("definition", definition))
                .asString();
    }

    private static String lineOf(int states) {
        return IntStream.range(0, states)
                .mapToObj(
                        i ->
                                "\"S%d\": { \"Type\": \"Pass\", %s }"
                                        .formatted(
                                                i,
                                                i + 1 < states
                                                        ? "\"Next\": \"S" + (i + 1) + "\""
                                                        : "\"End\": true"))
                .collect(
                        Collectors.joining(",\n", "{ \"StartAt\": \"S0\", \"States\": {\n", "} }"));
    }
}

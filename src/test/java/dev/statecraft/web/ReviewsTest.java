package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Card;
import dev.statecraft.learning.CardState;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

@QuarkusTest
class ReviewsTest {
    @Inject Bank bank;

    private Browserless browser;

    @BeforeEach
    void open() {
        browser = new Browserless();
    }

    @Test
    void the_answer_and_not_the_learner_says_whether_a_card_was_known() {
        Card chosen = bank.card("retry-defaults").orElseThrow();

        Response right = answer("retry-defaults", rightChoice(chosen), 0);
        Response wrong = answer("timeout-error", "States.TaskFailed", 0);

        assertThat(browser.follow(right).asString())
                .contains("Right.")
                .contains("1 second, 2.0 and 3.");
        assertThat(browser.follow(wrong).asString())
                .contains("Not right. You answered: <code>States.TaskFailed</code>")
                .contains("<code>States.Timeout</code>");
        assertThat(state("retry-defaults").lapses).isZero();
        assertThat(state("timeout-error").lapses).isEqualTo(1);
        assertThat(state("timeout-error").dueAt).isLessThan(state("retry-defaults").dueAt);
    }

    @Test
    void spelling_of_a_typed_answer_is_not_judged() {
        assertThat(bank.card("events-max").orElseThrow().isRight(" 25 000 ")).contains(true);
        assertThat(bank.card("timeout-error").orElseThrow().isRight("`states.timeout`."))
                .contains(true);
        assertThat(bank.card("timeout-error").orElseThrow().isRight("States.TaskFailed"))
                .contains(false);
        assertThat(bank.card("timeout-error").orElseThrow().isRight(" ")).isEmpty();
    }

    @Test
    void a_second_click_counts_nothing() {
        answer("timeout-error", "States.Timeout", 0);

        answer("timeout-error", "States.Timeout", 0);

        assertThat(state("timeout-error").reviews).isEqualTo(1);
    }

    @Test
    void an_unknown_answer_is_refused_and_nothing_is_counted() {
        Response unknown = answer("retry-defaults", "no-such-choice", 0);
        Response empty = answer("timeout-error", "  ", 0);
        Response odd =
                browser.post(
                        "/review",
                        browser.form("card", "timeout-error", "given", "x", "number", "-1"));

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.asString()).contains("Choose one of the answers. Nothing was counted.");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(answer("no-such-card", "x", 0).statusCode()).isEqualTo(404);
        assertThat(browser.get("/review").asString()).contains("You have met 0 of");
    }

    @Test
    void nothing_on_a_page_that_asks_tells_the_answer() {
        String page = browser.get("/review").asString();

        assertThat(page).contains("Choose one.").doesNotContain("verdict");
        assertThat(browser.get("/review?told=retry-defaults&given=x").asString())
                .doesNotContain("verdict");
    }

    @Test
    void cards_of_a_lesson_come_once_it_is_passed() throws IOException {
        String before = browser.get("/review").asString();
        String solution =
                Files.readString(Path.of("scenarios/retries/solutions/retry-and-catch.asl.json"));

        browser.post("/learn/retries/attempts", browser.form("definition", solution, "input", "{}"))
                .then()
                .statusCode(303);
        String after = browser.get("/review").asString();

        assertThat(before).contains("value=\"retry-defaults\"");
        assertThat(after).contains("value=\"lesson-retries-waits\"");
    }

    @Test
    void in_the_last_week_before_the_exam_every_card_comes_once_more() {
        answer("timeout-error", "States.Timeout", 0);
        reviewedLongAgo("timeout-error");
        String before = browser.get("/review").asString();

        setExam(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()).then().statusCode(303);
        String during = browser.get("/review").asString();
        answer("timeout-error", "States.Timeout", 1);
        String after = browser.get("/review").asString();

        assertThat(before).contains("0 cards are due");
        assertThat(during).contains("1 card is due").contains("value=\"timeout-error\"");
        assertThat(after).contains("0 cards are due");
        setExam("").then().statusCode(303);
        assertThat(browser.get("/review").asString()).contains("type=\"date\" value=\"\"");
    }

    @Test
    void a_day_that_cannot_be_the_exam_is_refused() {
        for (String day : List.of("2020-01-01", "2999-01-01", "soon", "2027-02-30")) {
            Response response = setExam(day);

            assertThat(response.statusCode()).as(day).isEqualTo(422);
            assertThat(response.asString()).contains("Give a day between today");
        }
    }

    private Response setExam(String day) {
        return browser.post("/review/exam", browser.form("on", day));
    }

    private void reviewedLongAgo(String card) {
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            CardState state =
                                    CardState.of(browser.cookies().get("learner"), card)
                                            .orElseThrow();
                            state.reviewedAt = now.minus(Duration.ofDays(30)).toString();
                            state.dueAt = now.plus(Duration.ofDays(90)).toString();
                        });
    }

    private Response answer(String card, String given, int number) {
        return browser.post(
                "/review",
                browser.form("card", card, "given", given, "number", String.valueOf(number)));
    }

    private static String rightChoice(Card card) {
        return card.choices().stream()
                .filter(Card.Choice::right)
                .map(Card.Choice::id)
                .findFirst()
                .orElseThrow();
    }

    private CardState state(String card) {
        return QuarkusTransaction.requiringNew()
                .call(() -> CardState.of(browser.cookies().get("learner"), card).orElseThrow());
    }
}

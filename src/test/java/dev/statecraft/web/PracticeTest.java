package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.content.Bank;
import dev.statecraft.content.ContentFolder;
import dev.statecraft.content.Library;
import dev.statecraft.content.Question;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.practice.SittingStore;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@QuarkusTest
class PracticeTest {
    @Inject Bank bank;

    @Inject SittingStore sittings;

    private Browserless browser;

    @BeforeEach
    void open() {
        browser = new Browserless();
        sittings.drawFrom(new Random(20_261_121));
    }

    @Test
    void an_answer_in_practice_is_told_at_once_with_its_proof() {
        String sitting = begin("learn");

        answerRightly(sitting, 1);

        String page = browser.get("/practice/" + sitting + "?q=1").asString();
        assertThat(page).contains("Right.").contains("right, and you chose it");
    }

    @Test
    void a_second_answer_in_practice_counts_nothing() {
        String sitting = begin("learn");
        answerRightly(sitting, 1);

        answer(sitting, 1, wrong(question(sitting, 1)));

        assertThat(items(sitting).getFirst().correct).isTrue();
    }

    @Test
    void an_unknown_option_is_refused_and_nothing_is_counted() {
        String sitting = begin("learn");

        Response response = answer(sitting, 1, List.of("no-such-option"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString())
                .contains("This question has no option &quot;no-such-option&quot;")
                .contains("Nothing was counted");
        assertThat(items(sitting).getFirst().isAnswered()).isFalse();
    }

    @Test
    void an_exam_tells_nothing_until_it_is_handed_in_and_keeps_its_answers() {
        String sitting = begin("mock");
        Question first = question(sitting, 1);
        answer(sitting, 1, wrong(first));
        String during = browser.get("/practice/" + sitting + "?q=1").asString();
        answerRightly(sitting, 1);

        browser.post("/practice/" + sitting + "/report", browser.form());
        String report = browser.get("/practice/" + sitting + "/report").asString();

        assertThat(during).contains("checked").doesNotContain("Not right").doesNotContain("✓");
        assertThat(report).contains("1 of " + items(sitting).size() + " right");
    }

    @Test
    void an_answer_after_the_time_is_up_does_not_count_and_the_earlier_ones_do() {
        String sitting = begin("mock");
        answerRightly(sitting, 1);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                Sitting.<Sitting>findById(sitting).endsAt =
                                        sittings.now().minusSeconds(1).toString());

        Response late = answer(sitting, 2, sittings.key(question(sitting, 2)));

        assertThat(late.header("Location")).endsWith("/report?late=1");
        assertThat(browser.get("/practice/" + sitting + "/report?late=1").asString())
                .contains("The time was up")
                .contains("1 of ");
        assertThat(items(sitting).get(1).isAnswered()).isFalse();
    }

    @Test
    void the_runs_of_a_question_are_shown_only_after_its_answer() {
        String sitting = begin("drills");
        String proof = "/proofs/" + items(sitting).getFirst().question;

        assertThat(browser.get(proof).statusCode()).isEqualTo(404);
        answerRightly(sitting, 1);

        assertThat(browser.get(proof).asString())
                .contains("Seen in the run")
                .contains("if in ")
                .contains("<svg");
    }

    @Test
    void drills_get_harder_with_success() {
        String sitting = begin("drills");

        for (int place = 1; place <= 6; place++) {
            answerRightly(sitting, place);
        }

        assertThat(items(sitting).stream().map(it -> it.question.substring(0, 8)).toList())
                .startsWith("drill-1-", "drill-1-", "drill-1-", "drill-2-")
                .endsWith("drill-3-");
    }

    @Test
    void drills_get_easier_after_a_mistake() {
        String sitting = begin("drills");
        for (int place = 1; place <= 3; place++) {
            answerRightly(sitting, place);
        }

        answer(sitting, 4, wrong(question(sitting, 4)));

        assertThat(items(sitting).stream().map(it -> it.question.substring(0, 8)).toList())
                .containsExactly("drill-1-", "drill-1-", "drill-1-", "drill-2-", "drill-1-");
    }

    @Test
    void answers_that_are_sent_many_times_at_once_count_once() throws Exception {
        String sitting = begin("drills");
        List<String> key = sittings.key(question(sitting, 1));
        List<Integer> codes;

        try (var clicks = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> all =
                    Collections.nCopies(12, () -> answer(sitting, 1, key).statusCode());
            codes = new ArrayList<>();
            for (var click : clicks.invokeAll(all)) {
                codes.add(click.get());
            }
        }

        assertThat(codes).containsOnly(303);
        assertThat(items(sitting)).hasSize(2);
        assertThat(items(sitting).getFirst().correct).isTrue();
    }

    @Test
    void a_sitting_goes_on_at_another_node_that_shares_only_the_database() {
        String sitting = begin("drills");
        answerRightly(sitting, 1);
        var folder = ContentFolder.onDisk(Path.of(""));
        SittingStore otherNode = SittingStore.with(Bank.read(folder), Library.read(folder));

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            SittingItem second = SittingItem.of(sitting).get(1);
                            Question question = otherNode.question(second).orElseThrow();
                            otherNode.answer(
                                    Sitting.findById(sitting),
                                    2,
                                    question,
                                    otherNode.key(question),
                                    3);
                        });

        assertThat(browser.get("/practice/" + sitting + "?q=2").asString()).contains("Right.");
        answerRightly(sitting, 3);
        assertThat(items(sitting)).filteredOn(it -> it.correct).hasSize(3);
        assertThat(otherNode.answersOf(browser.cookies().get("learner"))).hasSize(3);
    }

    @Test
    void the_number_of_answers_must_be_that_which_is_asked_for() {
        String sitting = begin("learn");
        Question first = question(sitting, 1);
        List<String> all = first.options().stream().map(Question.Option::id).toList();

        Response response = answer(sitting, 1, all);
        Response none = browser.post("/practice/" + sitting + "/answers", browser.form("q", "1"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("You chose " + all.size() + "; choose ");
        assertThat(none.asString()).contains("Choose an answer first. Nothing was counted.");
        assertThat(items(sitting).getFirst().isAnswered()).isFalse();
    }

    @Test
    void an_unknown_mode_or_concept_is_refused() {
        Response mode = browser.post("/practice/sittings", browser.form("mode", "cram"));
        Response concept =
                browser.post("/practice/sittings", browser.form("mode", "topic", "about", "magic"));

        assertThat(mode.statusCode()).isEqualTo(422);
        assertThat(mode.asString()).contains("There is no mode &quot;cram&quot;");
        assertThat(concept.statusCode()).isEqualTo(422);
        assertThat(browser.get("/practice").asString()).doesNotContain("Go on where you left");
    }

    @Test
    void what_was_missed_while_sure_comes_again() {
        String sitting = begin("learn");
        answer(sitting, 1, wrong(question(sitting, 1)));

        String again = begin("sure-but-wrong");

        assertThat(items(again).stream().map(it -> it.question))
                .containsExactly(items(sitting).getFirst().question);
    }

    @Test
    void a_drill_that_was_missed_comes_again_too() {
        String sitting = begin("drills");
        answer(sitting, 1, wrong(question(sitting, 1)));

        String again = begin("missed");

        assertThat(items(again).getFirst().question)
                .isEqualTo(items(sitting).getFirst().question)
                .startsWith("drill-1-");
        assertThat(browser.get("/practice/" + again).asString()).contains("Choose one.");
    }

    @Test
    void a_question_that_left_the_bank_is_passed_over_and_not_counted() {
        String sitting = begin("learn");
        QuarkusTransaction.requiringNew()
                .run(() -> SittingItem.of(sitting).getFirst().question = "no-longer-here");

        String page = browser.get("/practice/" + sitting).asString();
        for (int place = 2; place <= 10; place++) {
            answerRightly(sitting, place);
        }

        assertThat(page).contains("question 2 ");
        assertThat(browser.get("/practice/" + sitting + "?q=1").statusCode()).isEqualTo(404);
        assertThat(browser.get("/practice/" + sitting + "/report").asString())
                .contains("9 of 9 right")
                .contains("No longer in the bank");
    }

    @Test
    void a_proof_leads_back_to_the_question_that_it_was_opened_from() {
        String sitting = begin("drills");
        answerRightly(sitting, 1);
        String proof = "/proofs/" + items(sitting).getFirst().question;

        assertThat(browser.get("/practice/" + sitting + "?q=1").asString())
                .contains(proof + "?from=" + sitting + "-1");
        assertThat(browser.get(proof + "?from=" + sitting + "-1").asString())
                .contains("/practice/" + sitting + "?q=1");
        assertThat(browser.get(proof + "?from=https://elsewhere").asString())
                .doesNotContain("elsewhere");
    }

    @Test
    void a_myth_is_named_only_after_the_answer() {
        String sitting = begin("learn");
        QuarkusTransaction.requiringNew()
                .run(() -> SittingItem.of(sitting).getFirst().question = "taught-fail-needs-error");

        String asked = browser.get("/practice/" + sitting + "?q=1").asString();
        answerRightly(sitting, 1);
        String told = browser.get("/practice/" + sitting + "?q=1").asString();

        assertThat(asked).contains("A transcript says").doesNotContain("Myth");
        assertThat(told).contains("Myth buster");
    }

    @Test
    void every_fact_stands_with_its_source_and_day_or_is_shown_by_a_run() {
        String page = browser.get("/facts").asString();

        assertThat(bank.cards())
                .allSatisfy(it -> assertThat(page).contains("id=\"fact-" + it.id() + "\""));
        assertThat(page.split("as of 20|Shown by a run", -1).length - 1)
                .isEqualTo(bank.cards().size() + 1);
    }

    @Test
    void a_run_of_a_note_can_be_stepped_through() {
        String opened =
                browser.post("/notes/retry-catch/runs", browser.form("run", "1"))
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        assertThat(browser.get(opened.replaceFirst("https?://[^/]+", "")).asString())
                .contains("Payment.Busy");
        assertThat(browser.post("/notes/retry-catch/runs", browser.form("run", "99")).statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/notes/no-such/runs", browser.form("run", "1")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_sitting_of_somebody_else_is_not_there() {
        String sitting = begin("learn");

        assertThat(new Browserless().get("/practice/" + sitting).statusCode()).isEqualTo(404);
    }

    @Test
    void a_mode_that_does_not_exist_is_answered_clearly() {
        Response response = browser.post("/practice/sittings", browser.form("mode", "cheat"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("There is no mode &quot;cheat&quot;");
    }

    private String begin(String mode) {
        return browser.post("/practice/sittings", browser.form("mode", mode))
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*/practice/", "");
    }

    private void answerRightly(String sitting, int place) {
        Response response = answer(sitting, place, sittings.key(question(sitting, place)));
        assertThat(response.statusCode()).isEqualTo(303);
    }

    private Response answer(String sitting, int place, List<String> options) {
        return io.restassured.RestAssured.given()
                .cookies(browser.cookies())
                .redirects()
                .follow(false)
                .formParam("token", browser.token())
                .formParam("q", place)
                .formParam("confidence", 3)
                .formParam("option", options.toArray())
                .post("/practice/" + sitting + "/answers");
    }

    private List<SittingItem> items(String sitting) {
        return QuarkusTransaction.requiringNew().call(() -> SittingItem.of(sitting));
    }

    private Question question(String sitting, int place) {
        return sittings.question(items(sitting).get(place - 1)).orElseThrow();
    }

    /** As many options as must be chosen, and not the right ones. */
    private List<String> wrong(Question question) {
        List<String> key = sittings.key(question);
        List<String> wrong =
                question.options().stream()
                        .map(Question.Option::id)
                        .filter(it -> !key.contains(it))
                        .toList();
        List<String> chosen = new java.util.ArrayList<>(key);
        chosen.set(0, wrong.getFirst());
        return chosen;
    }
}

package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.web.practice.SittingStore;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

@QuarkusTest
class ProgressTest {
    @Inject EntityManager database;

    @Inject SittingStore sittings;

    private Browserless browser;

    @BeforeEach
    void open() {
        browser = new Browserless();
        sittings.drawFrom(new Random(20_261_121));
    }

    @Test
    void export_wipe_and_import_give_the_identical_state() {
        doALittleOfEverything();
        String before = export();

        browser.post("/progress/deletions", browser.form("confirmed", "yes"))
                .then()
                .statusCode(303);
        String wiped = export();
        browser.post("/progress/imports", browser.form("archive", before)).then().statusCode(303);

        assertThat(wiped).contains("\"sitting\" : [ ]").contains("\"run\" : [ ]");
        assertThat(before).contains("drill-1-").doesNotContain("\"run\" : [ ]");
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void a_tampered_file_changes_nothing() {
        doALittleOfEverything();
        String before = export();

        Response response =
                browser.post(
                        "/progress/imports",
                        browser.form("archive", before.replace("drill-1-", "drill-3-")));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("was changed after it was exported");
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void a_file_that_was_changed_and_signed_again_cannot_say_what_is_impossible() throws Exception {
        doALittleOfEverything();
        String before = export();

        for (String[] change :
                new String[][] {
                    {"\"drills\"", "\"no-such-mode\""},
                    {"(\"drill-1-\\d+\"), \"[a-z-]+\"", "$1, \"no-such-concept\""},
                    {"\"20\\d\\d-\\d\\d-\\d\\dT[^\"]*\"", "\"yesterday\""},
                    {
                        "\"drill-1-\\d+\", \"[a-z-]+\", \"a\", 2",
                        "\"drill-1-1\", \"choice\", \"a\", 99"
                    },
                    {"\"timeout-error\", [0-9.]+", "\"timeout-error\", -1"},
                    {"\"20\\d\\d-\\d\\d-\\d\\d\", ", "\"2026-02-30\", "}
                }) {
            Response response =
                    browser.post(
                            "/progress/imports",
                            browser.form("archive", signedAgain(before, change[0], change[1])));

            assertThat(response.statusCode()).as(change[1]).isEqualTo(422);
            assertThat(response.asString()).contains("The file says something impossible in");
        }
        assertThat(export()).isEqualTo(before);
        assertThat(browser.get("/progress").statusCode()).isEqualTo(200);
    }

    @Test
    void an_import_that_is_sent_twice_counts_nothing_twice() {
        doALittleOfEverything();
        String before = export();

        browser.post("/progress/imports", browser.form("archive", before)).then().statusCode(303);
        browser.post("/progress/imports", browser.form("archive", before)).then().statusCode(303);

        assertThat(export()).isEqualTo(before);
    }

    @Test
    void the_file_holds_every_table_about_learners() {
        Set<String> exported = new TreeSet<>();
        io.restassured.path.json.JsonPath.from(export())
                .getMap("tables")
                .keySet()
                .forEach(it -> exported.add(it.toString()));

        Set<String> tables = new TreeSet<>();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            List<?> names =
                                    database.createNativeQuery(
                                                    "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                                                            + " and name not in ('flyway_schema_history', 'device_code')")
                                            .getResultList();
                            names.forEach(it -> tables.add(it.toString()));
                        });

        assertThat(exported).isEqualTo(tables);
    }

    private static String signedAgain(String archive, String regex, String replacement)
            throws Exception {
        var json = new ObjectMapper();
        String text = archive.replaceAll(regex, replacement);
        assertThat(text).as(regex).isNotEqualTo(archive);
        var changed = (ObjectNode) json.readTree(text);
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(changed.get("tables").toString().getBytes(StandardCharsets.UTF_8));
        changed.put("digest", HexFormat.of().formatHex(hash));
        return changed.toString();
    }

    @Test
    void what_is_no_export_is_answered_clearly() {
        assertThat(browser.post("/progress/imports", browser.form("archive", "hello")).asString())
                .contains("This is no JSON");
        assertThat(browser.post("/progress/imports", browser.form("archive", "{}")).asString())
                .contains("This is no export of Statecraft");
    }

    @Test
    void a_file_of_somebody_else_on_this_server_is_not_taken_over_in_part() {
        doALittleOfEverything();
        String theirs = export();
        var other = new Browserless();

        Response response = other.post("/progress/imports", other.form("archive", theirs));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("use a code for this device");
        assertThat(other.get("/progress/export.json").asString()).contains("\"sitting\" : [ ]");
        assertThat(export()).isEqualTo(theirs);
    }

    @Test
    void nothing_is_deleted_by_a_slip() {
        doALittleOfEverything();
        String before = export();

        Response response = browser.post("/progress/deletions", browser.form());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void another_device_goes_on_with_a_code_that_serves_once() {
        doALittleOfEverything();
        String code =
                browser.post("/progress/codes", browser.form())
                        .asString()
                        .replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");
        var other = new Browserless();

        Response moved = other.post("/progress/devices", other.form("code", code));
        Response again = other.post("/progress/devices", other.form("code", code));

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.cookie("learner")).isEqualTo(browser.cookies().get("learner"));
        assertThat(again.statusCode()).isEqualTo(422);
    }

    @Test
    void a_design_that_passes_raises_the_mastery_of_its_concepts() throws java.io.IOException {
        String solution =
                java.nio.file.Files.readString(
                        java.nio.file.Path.of(
                                "scenarios/retries/solutions/retry-and-catch.asl.json"));

        browser.post("/learn/retries/attempts", browser.form("definition", solution, "input", "{}"))
                .then()
                .statusCode(303);
        String page = browser.get("/progress").asString();

        assertThat(page).contains("1 lesson passed");
        assertThat(page).containsPattern("Mastery of Idempotency and saga\">9\\d %");
        assertThat(page)
                .containsPattern("/notes/cost\">Cost</a></th><td><span class=\"quiet\">not begun");
    }

    private void doALittleOfEverything() {
        browser.run("/learn/retries");
        String sitting =
                browser.post("/practice/sittings", browser.form("mode", "drills"))
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceFirst(".*/practice/", "");
        browser.post(
                "/practice/" + sitting + "/answers",
                browser.form("q", "1", "option", "a", "confidence", "2"));
        browser.post(
                "/review",
                browser.form("card", "timeout-error", "given", "States.Oops", "number", "0"));
        browser.post(
                "/review/exam",
                browser.form("on", LocalDate.now(ZoneOffset.UTC).plusDays(40).toString()));
    }

    private String export() {
        return browser.get("/progress/export.json").asString();
    }
}

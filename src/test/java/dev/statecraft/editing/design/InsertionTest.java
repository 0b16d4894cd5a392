package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.editing.Document;
import dev.statecraft.editing.TextEdit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class InsertionTest {
    private static final String LINE =
            """
            {
              "StartAt": "Take",
              "States": {
                "Take": { "Type": "Pass", "Next": "Ship" },
                "Ship": { "Type": "Pass", "End": true }
              }
            }
            """;

    @Test
    void a_state_comes_onto_a_line_and_nothing_else_changes() {
        var board = Board.with(LINE).then(insert("wait", on(Track.Kind.NEXT, "Take", "Ship")));

        assertThat(board.valid())
                .isEqualTo(
                        """
                        {
                          "StartAt": "Take",
                          "States": {
                            "Take": { "Type": "Pass", "Next": "Wait" },
                            "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ship" },
                            "Ship": { "Type": "Pass", "End": true }
                          }
                        }
                        """);
        assertThat(board.selected()).isEqualTo("Wait");
    }

    @Test
    void comments_and_order_of_YAML_stay() {
        String yaml =
                """
                # Orders, as they come in.
                StartAt: Take
                States:
                  Take: # the first
                    Type: Pass
                    Next: Ship
                  # then it goes out
                  Ship:
                    Type: Pass
                    End: true
                """;

        String result = Board.with(yaml).then(insert("wait", new Place.After("Take"))).valid();

        assertThat(result)
                .isEqualTo(
                        """
                        # Orders, as they come in.
                        StartAt: Take
                        States:
                          Take: # the first
                            Type: Pass
                            Next: Wait
                          Wait:
                            Type: Wait
                            Seconds: 60
                            Next: Ship
                          # then it goes out
                          Ship:
                            Type: Pass
                            End: true
                        """);
    }

    @Test
    void after_the_last_state_the_line_ends_behind_the_new_one() {
        String result = Board.with(LINE).then(insert("pass", new Place.After("Ship"))).valid();

        assertThat(result)
                .contains("\"Ship\": { \"Type\": \"Pass\", \"Next\": \"Reshape\" }")
                .contains("\"Reshape\": { \"Type\": \"Pass\", \"End\": true }");
    }

    @Test
    void at_the_start_the_new_state_is_the_first() {
        String result =
                Board.with(LINE).then(insert("pass", on(Track.Kind.START, "", "Take"))).valid();

        assertThat(result)
                .contains("\"StartAt\": \"Reshape\"")
                .contains("\"Reshape\": { \"Type\": \"Pass\", \"Next\": \"Take\" }");
    }

    @Test
    void rules_that_share_a_line_all_lead_to_the_new_state() {
        String text =
                """
                { "StartAt": "Which?", "States": {
                    "Which?": { "Type": "Choice", "Default": "Other",
                        "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Same" },
                                    { "Variable": "$.b", "IsPresent": true, "Next": "Same" }] },
                    "Same": { "Type": "Succeed" }, "Other": { "Type": "Succeed" } } }
                """;

        String result =
                Board.with(text)
                        .then(insert("pass", on(Track.Kind.CHOICE, "Which?", "Same")))
                        .valid();

        assertThat(result.split("\"Next\": \"Reshape\"", -1)).hasSize(3);
        assertThat(result).contains("\"Default\": \"Other\"");
    }

    @Test
    void before_a_state_that_ends_since_nothing_can_follow_it() {
        String text =
                "{ \"StartAt\": \"End\", \"States\": { \"End\": { \"Type\": \"Succeed\" } } }";

        String result = Board.with(text).then(insert("pass", new Place.After("End"))).valid();

        assertThat(result).contains("\"StartAt\": \"Reshape\"").contains("\"Next\": \"End\"");
    }

    @Test
    void a_second_piece_of_a_kind_gets_names_of_its_own() {
        String result =
                Board.with(LINE)
                        .then(insert("fan-out", new Place.After("Take")))
                        .then(insert("fan-out", new Place.After("Take")))
                        .valid();

        assertThat(result).contains("\"Fan out 2\"").contains("\"Handle item 2\"");
    }

    @Test
    void a_state_that_ends_the_run_comes_behind_a_Choice_where_the_line_goes_on() {
        var board = Board.with(LINE).then(insert("fail", on(Track.Kind.NEXT, "Take", "Ship")));

        assertThat(board.valid())
                .contains("\"Take\": { \"Type\": \"Pass\", \"Next\": \"Stop here?\" }")
                .contains("\"Default\": \"Ship\"");
        assertThat(board.selected()).isEqualTo("Stop with an error");
    }

    @Test
    void at_the_end_of_a_line_a_state_that_ends_the_run_needs_no_Choice() {
        String result =
                Board.with(LINE).then(insert("succeed", on(Track.Kind.NEXT, "Ship", ""))).valid();

        assertThat(result).contains("\"Next\": \"Done\"").doesNotContain("Choice");
    }

    @Test
    void a_Choice_at_the_end_of_a_line_leads_to_a_Succeed_state() {
        String result =
                Board.with(LINE).then(insert("choice", on(Track.Kind.NEXT, "Ship", ""))).valid();

        assertThat(result).contains("\"Default\": \"Done\"").contains("\"Type\": \"Succeed\"");
    }

    @Test
    void an_empty_branch_takes_its_first_state() {
        String result =
                Board.with(LINE)
                        .then(insert("parallel", new Place.After("Take")))
                        .then(insert("pass", new Place.In("/States/In parallel/Branches/0")))
                        .then(insert("wait", new Place.In("/States/In parallel/Branches/1")))
                        .valid();

        assertThat(result).contains("\"StartAt\": \"Reshape\"").contains("\"StartAt\": \"Wait\"");
    }

    static Stream<Arguments> piecesInBothLanguages() {
        return Piece.ALL.stream()
                .flatMap(
                        piece ->
                                Stream.of("JSONPath", "JSONata")
                                        .map(it -> Arguments.of(piece.name(), it)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("piecesInBothLanguages")
    void every_piece_fits_everywhere_in_both_languages(String piece, String language) {
        String text =
                """
                { "QueryLanguage": "%s", "StartAt": "Take", "States": {
                    "Take": { "Type": "Pass", "Next": "Ship" },
                    "Ship": { "Type": "Pass", "End": true } } }
                """
                        .formatted(language);
        for (Place place :
                List.of(
                        on(Track.Kind.START, "", "Take"),
                        new Place.After("Take"),
                        on(Track.Kind.NEXT, "Ship", ""))) {
            var board = Board.with(text).then(insert(piece, place));
            String result = filled(board).result();

            assertThat(Board.errors(result)).as(result).isEmpty();
        }
    }

    /** Map and Parallel come with empty branches. */
    private static Board filled(Board board) {
        Board result = board;
        for (Level level : Redraft.of(Document.of(board.result())).levels()) {
            if (level.names().isEmpty()) {
                String pointer = "/" + String.join("/", level.path());
                result = result.then(insert("pass", new Place.In(pointer)));
            }
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nobody", "", "take"})
    void a_place_that_is_gone_is_said_to_be_gone(String state) {
        assertThat(Board.with(LINE).then(insert("pass", new Place.After(state))).problem())
                .isEqualTo(
                        "The text has moved on, and that place is gone. Choose it again in the graph.");
    }

    @ParameterizedTest
    @FieldSource("HALF_TYPED")
    void half_typed_text_is_never_lost(String text) {
        for (Piece piece : Piece.ALL) {
            Change change =
                    DrawingBoard.of(text).perform(insert(piece.name(), new Place.After("Take")));

            if (change instanceof Change.Done done) {
                String result = TextEdit.apply(text, done.edits());
                assertThat(result).contains("Take");
                assertThat(result.length()).isGreaterThan(text.length());
            }
        }
    }

    static final List<String> HALF_TYPED =
            List.of(
                    "",
                    "{",
                    "[]",
                    "{ \"StartAt\": \"Take\", \"States\": { \"Take\": {",
                    "{ \"StartAt\": \"Take\", \"States\": { \"Take\": { \"Type\": \"Pass\", \"Next\": ",
                    "{ \"StartAt\": \"Take\", \"States\": { \"Take\": { \"Type\": \"Pass\" } }",
                    "{ \"StartAt\": \"Take\" \"States\": { \"Take\": { \"Type\": \"Pass\", \"Next\": \"Ship\" } } }",
                    "StartAt: Take\nStates:\n  Take:\n    Type: Pass\n    Next:",
                    "StartAt: Take\nStates:\n  Take:\n");

    private static Operation insert(String piece, Place place) {
        return new Operation.Insert(piece, place);
    }

    private static Place on(Track.Kind kind, String from, String to) {
        return new Place.On(new Track(kind, from, to));
    }

    @Test
    void a_text_is_begun_where_there_is_none() {
        for (String text : new String[] {"", "\n"}) {
            assertThat(
                            Board.with(text)
                                    .then(new Operation.Insert("wait", new Place.In("")))
                                    .valid())
                    .isEqualTo(
                            """
                            {
                              "StartAt": "Wait",
                              "States": { "Wait": { "Type": "Wait", "Seconds": 60, "End": true } }
                            }
                            """);
        }
    }
}

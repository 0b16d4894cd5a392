package dev.statecraft.editing.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.editing.Document;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingBoardTest {
    private static final String LINE =
            """
            { "StartAt": "A", "States": {
                "A": { "Type": "Pass", "Next": "B" },
                "B": { "Type": "Pass", "Next": "C" },
                "C": { "Type": "Pass", "End": true } } }
            """;

    private static final String ORDER =
            """
            { "StartAt": "Charge", "States": {
                "Charge": { "Type": "Task", "Next": "Both",
                    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }] },
                "Both": { "Type": "Parallel", "Next": "Large?", "Branches": [
                    { "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "End": true } } }] },
                "Large?": { "Type": "Choice", "Default": "Ship",
                    "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Sorry" },
                                { "Variable": "$.gift", "IsPresent": true, "Next": "Ship" }] },
                "Ship": { "Type": "Pass", "End": true },
                "Sorry": { "Type": "Fail" } } }
            """;

    @Nested
    class Moving {
        @Test
        void a_state_changes_only_transitions_on_its_own_level() {
            String result = Board.with(LINE).then(move("A", on(Track.Kind.NEXT, "C", ""))).valid();

            assertThat(result)
                    .isEqualTo(
                            """
                            { "StartAt": "B", "States": {
                                "A": { "Type": "Pass", "End": true },
                                "B": { "Type": "Pass", "Next": "C" },
                                "C": { "Type": "Pass", "Next": "A" } } }
                            """);
        }

        @Test
        void a_state_keeps_its_text_when_it_goes_into_a_branch() {
            String result =
                    Board.with(ORDER).then(move("Ship", on(Track.Kind.NEXT, "Pack", ""))).valid();

            assertThat(result)
                    .contains(
                            "\"Pack\": { \"Type\": \"Pass\", \"Next\": \"Ship\" }, \"Ship\": { \"Type\": \"Pass\", \"End\": true }");
        }

        @Test
        void into_an_empty_branch() {
            String result =
                    Board.with(ORDER)
                            .then(new Operation.Delete("Pack"))
                            .then(move("Mail", new Place.In("/States/Both/Branches/1")))
                            .result();

            assertThat(result)
                    .contains("{ \"StartAt\": \"\", \"States\": {} }")
                    .contains("\"StartAt\": \"Mail\"");
        }

        @Test
        void a_state_that_catches_cannot_leave_what_it_leads_to() {
            assertThat(
                            Board.with(ORDER)
                                    .then(move("Charge", on(Track.Kind.NEXT, "Pack", "")))
                                    .problem())
                    .isEqualTo(
                            "\"Charge\" leads to states that stay here, and no transition leaves its branch. Take its rules or catchers away first.");
        }

        @Test
        void nothing_goes_into_itself() {
            assertThat(
                            Board.with(ORDER)
                                    .then(move("Both", on(Track.Kind.NEXT, "Pack", "")))
                                    .problem())
                    .isEqualTo("\"Both\" cannot be put into itself.");
        }

        @Test
        void to_where_it_stands_is_said_and_not_done() {
            assertThat(Board.with(LINE).then(move("B", on(Track.Kind.NEXT, "A", "B"))).problem())
                    .isEqualTo("\"B\" stands there already.");
        }

        @Test
        void a_Choice_takes_its_rules_along() {
            String result =
                    Board.with(ORDER)
                            .then(move("Large?", on(Track.Kind.NEXT, "Charge", "Both")))
                            .valid();

            assertThat(result)
                    .contains("\"Next\": \"Large?\"")
                    .contains("\"Default\": \"Both\"")
                    .contains("\"Next\": \"Ship\", \"Branches\"");
        }

        private static Operation move(String state, Place place) {
            return new Operation.Move(state, place);
        }
    }

    @Nested
    class Duplicating {
        @Test
        void a_state_puts_its_copy_behind_it() {
            var board = Board.with(LINE).then(new Operation.Duplicate("B"));

            assertThat(board.valid())
                    .contains("\"B\": { \"Type\": \"Pass\", \"Next\": \"B 2\" }")
                    .contains("\"B 2\": { \"Type\": \"Pass\", \"Next\": \"C\" }");
            assertThat(board.selected()).isEqualTo("B 2");
        }

        @Test
        void a_Parallel_gives_the_states_in_its_copy_new_names() {
            String result = Board.with(ORDER).then(new Operation.Duplicate("Both")).valid();

            assertThat(result)
                    .contains("\"StartAt\": \"Mail 2\"")
                    .contains("\"Mail 2\": {")
                    .contains("\"Pack 2\": {");
        }

        @Test
        void a_state_that_ends_takes_over_one_of_its_lines() {
            String result = Board.with(ORDER).then(new Operation.Duplicate("Sorry")).valid();

            assertThat(result).contains("\"Next\": \"Sorry\"").contains("\"Next\": \"Sorry 2\"");
        }
    }

    @Nested
    class Wrapping {
        @Test
        void in_a_Map_keeps_the_state_s_text_and_puts_its_catchers_outside() {
            String result = Board.with(ORDER).then(new Operation.WrapInMap("Charge")).valid();

            assertThat(result)
                    .contains("\"StartAt\": \"For each item\"")
                    .contains("\"Mode\": \"INLINE\"")
                    .contains(
                            "\"Resource\": \"arn:aws:lambda:us-east-1:111111111111:function:charge\"");
            int processor = result.indexOf("ItemProcessor");
            assertThat(result.indexOf("Catch")).isGreaterThan(processor);
            assertThat(result).contains("\"Next\": \"Both\"");
        }

        @Test
        void in_a_Parallel_keeps_comments_of_YAML() {
            String yaml =
                    """
                    StartAt: A
                    States:
                      A:
                        # what it does
                        Type: Pass
                        Next: B
                      B:
                        Type: Succeed
                    """;

            String result = Board.with(yaml).then(new Operation.WrapInParallel("A")).valid();

            assertThat(result)
                    .isEqualTo(
                            """
                            StartAt: In parallel
                            States:
                              In parallel:
                                Type: Parallel
                                Branches:
                                  - StartAt: A
                                    States:
                                      A:
                                        # what it does
                                        Type: Pass
                                        End: true
                                Next: B
                              B:
                                Type: Succeed
                            """);
        }

        @Test
        void a_Choice_is_refused() {
            assertThat(Board.with(ORDER).then(new Operation.WrapInMap("Large?")).problem())
                    .isEqualTo(
                            "\"Large?\" cannot be wrapped: a Choice leads to states that would stay outside. Wrap the states before it or after it.");
        }
    }

    @Nested
    class Connecting {
        @Test
        void a_line_leads_to_another_state() {
            String result =
                    Board.with(ORDER)
                            .then(
                                    new Operation.Lead(
                                            new Track(Track.Kind.CATCH, "Charge", "Sorry"), "Ship"))
                            .valid();

            assertThat(result).contains("\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Ship\"");
        }

        @Test
        void a_line_cannot_lead_into_another_branch() {
            assertThat(
                            Board.with(ORDER)
                                    .then(
                                            new Operation.Lead(
                                                    new Track(Track.Kind.NEXT, "Mail", ""), "Pack"))
                                    .problem())
                    .isEqualTo(
                            "\"Pack\" stands in another branch, and no transition leaves its branch.");
        }

        @Test
        void a_Choice_gets_another_rule() {
            String result = Board.with(ORDER).then(new Operation.Connect("Large?", "Both")).valid();

            assertThat(result)
                    .contains(
                            "{ \"Variable\": \"$.value\", \"IsPresent\": true, \"Next\": \"Both\" }");
        }

        @Test
        void a_second_catcher_stands_before_the_one_that_takes_all() {
            String result = Board.with(ORDER).then(new Operation.Catch("Charge", "Ship")).valid();

            assertThat(result.indexOf("States.TaskFailed"))
                    .isLessThan(result.indexOf("States.ALL"));
        }

        @Test
        void a_line_is_taken_away_with_its_rules() {
            String result =
                    Board.with(ORDER)
                            .then(
                                    new Operation.Cut(
                                            new Track(Track.Kind.CHOICE, "Large?", "Sorry")))
                            .valid();

            assertThat(result).doesNotContain("NumericGreaterThan").contains("$.gift");
        }

        @Test
        void the_first_catcher_leads_to_a_Fail_state_of_its_own() {
            String result = Board.with(ORDER).then(new Operation.Append("Both", "/Catch")).valid();

            assertThat(result).contains("\"Failed\": {").contains("\"Next\": \"Failed\"");
        }
    }

    @Nested
    class Renaming {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "</text><script>alert(1)</script>",
                    "say \"hello\"",
                    "back\\slash",
                    "👩‍👩‍👧‍👦 🚂",
                    "שלום עולם",
                    "# no: comment",
                    "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
                })
        void a_state_gets_any_name_everywhere_it_is_named(String name) {
            for (String text : new String[] {ORDER, YAML}) {
                String result = Board.with(text).then(new Operation.Rename("Sorry", name)).valid();

                assertThat(Redraft.of(Document.of(result)).names())
                        .contains(name)
                        .doesNotContain("Sorry");
                assertThat(Board.with(result).then(new Operation.Rename(name, "Sorry")).result())
                        .isEqualTo(text);
            }
        }

        @Test
        void two_states_cannot_have_one_name() {
            assertThat(Board.with(ORDER).then(new Operation.Rename("Sorry", "Mail")).problem())
                    .isEqualTo(
                            "There is a state named \"Mail\" already; names are unique in the whole machine.");
        }

        private static final String YAML =
                """
                StartAt: Try # here
                States:
                  Try:
                    Type: Choice
                    Choices:
                      - Variable: $.a
                        IsPresent: true
                        Next: Sorry
                    Default: Good
                  Sorry:
                    Type: Fail
                  Good:
                    Type: Succeed
                """;
    }

    private static Place on(Track.Kind kind, String from, String to) {
        return new Place.On(new Track(kind, from, to));
    }
}

package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

class NotesTest {
    private static final List<String> SECTIONS =
            List.of(
                    "**In one sentence.**",
                    "## A picture to think with",
                    "## Step by step",
                    "## Myths",
                    "## Pitfall: wrong and right",
                    "## When not");

    private final Notes notes = Notes.read(ContentFolder.onDisk(Path.of("")));

    @Test
    void there_is_a_note_for_every_concept_and_every_run_can_be_made() {
        assertThat(notes.faults()).isEmpty();
        assertThat(notes.notes()).hasSize(Concept.values().length);
        assertThat(notes.notes())
                .allSatisfy(
                        note ->
                                assertThat(runs(note))
                                        .hasSizeGreaterThanOrEqualTo(4)
                                        .allSatisfy(
                                                it ->
                                                        assertThat(it.experiment().run())
                                                                .as(it.caption())
                                                                .isPresent()));
    }

    @Test
    void every_note_tells_the_same_story_from_one_sentence_to_when_not() {
        assertThat(notes.notes())
                .allSatisfy(
                        note ->
                                assertThat(text(note))
                                        .as(note.concept().title())
                                        .contains(SECTIONS.toArray(String[]::new)));
    }

    @Test
    void every_note_sets_a_wrong_and_a_right_design_side_by_side() {
        assertThat(notes.notes())
                .allSatisfy(
                        note -> {
                            int wrong = place(note, "Wrong: ");
                            int right = place(note, "Right: ");
                            assertThat(right).as(note.concept().title()).isEqualTo(wrong + 1);
                            assertThat(wrong).as(note.concept().title()).isPositive();
                        });
    }

    @Test
    void every_note_names_its_sources_and_they_were_compared_within_a_year() {
        assertThat(notes.notes())
                .allSatisfy(
                        note ->
                                assertThat(note.sources())
                                        .as(note.concept().title())
                                        .isNotEmpty()
                                        .allMatch(
                                                it ->
                                                        !it.checked()
                                                                .isBefore(
                                                                        Today.of().minusYears(1))));
    }

    @Test
    void both_types_of_workflow_and_all_neighbours_are_compared() {
        assertThat(table(Concept.STANDARD_EXPRESS).rows()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(table(Concept.MESSAGING).rows().stream().map(List::getFirst))
                .contains(
                        "SQS",
                        "SNS",
                        "EventBridge bus",
                        "Amazon SWF",
                        "Amazon MWAA",
                        "Lambda destinations",
                        "Lambda durable functions",
                        "AWS Batch",
                        "Amazon ECS");
    }

    @Test
    void the_glossary_is_in_the_order_of_the_alphabet() {
        assertThat(notes.glossary()).hasSizeGreaterThan(30);
        assertThat(
                        notes.glossary().stream()
                                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT)))
                .isSorted();
    }

    private Note.Table table(Concept concept) {
        return notes.about(concept).orElseThrow().parts().stream()
                .filter(Note.Table.class::isInstance)
                .map(Note.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Note.Run> runs(Note note) {
        return note.parts().stream()
                .filter(Note.Run.class::isInstance)
                .map(Note.Run.class::cast)
                .toList();
    }

    private static int place(Note note, String caption) {
        for (int i = 0; i < note.parts().size(); i++) {
            if (note.parts().get(i) instanceof Note.Run run && run.caption().startsWith(caption)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(Note note) {
        return note.parts().stream()
                .filter(Note.Text.class::isInstance)
                .map(it -> ((Note.Text) it).markdown())
                .collect(Collectors.joining());
    }
}

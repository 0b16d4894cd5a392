package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class NotesTest {
    private final Notes notes = Notes.read(ContentFolder.onDisk(Path.of("")));

    @Test
    void there_is_a_note_with_a_run_for_every_concept_and_every_run_can_be_made() {
        assertThat(notes.faults()).isEmpty();
        assertThat(notes.notes()).hasSize(Concept.values().length);
        assertThat(notes.notes())
                .allSatisfy(
                        note -> {
                            assertThat(note.parts()).anyMatch(Note.Run.class::isInstance);
                            note.parts().stream()
                                    .filter(Note.Run.class::isInstance)
                                    .map(Note.Run.class::cast)
                                    .forEach(
                                            it ->
                                                    assertThat(it.experiment().run())
                                                            .as(it.caption())
                                                            .isPresent());
                        });
    }

    @Test
    void the_glossary_is_in_the_order_of_the_alphabet() {
        assertThat(notes.glossary()).hasSizeGreaterThan(30);
        assertThat(
                        notes.glossary().stream()
                                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT)))
                .isSorted();
    }
}

package dev.statecraft.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The study notes, one for each concept, and the glossary; read once.
 *
 * @param faults everything that could not be read; the notes concerned are left out
 */
public record Notes(List<Note> notes, List<Note.Term> glossary, List<ContentFault> faults) {
    public Notes {
        notes = List.copyOf(notes);
        glossary = List.copyOf(glossary);
        faults = List.copyOf(faults);
    }

    /** Reads {@code content/notes/<concept>.md} for each concept, and {@code content/glossary.yaml}. */
    public static Notes read(ContentFolder folder) {
        List<ContentFault> faults = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (Concept concept : Concept.values()) {
            String path = "content/notes/" + concept.id() + ".md";
            Optional<String> text = folder.read(path);
            if (text.isEmpty()) {
                faults.add(new ContentFault(path, "/", "The file is missing."));
                continue;
            }
            try {
                notes.add(NoteReader.read(concept, text.get()));
            } catch (IllegalArgumentException e) {
                faults.add(new ContentFault(path, "/", String.valueOf(e.getMessage())));
            }
        }
        List<Note.Term> glossary =
                Bank.file(folder, "content/glossary.yaml", NoteReader::glossary, faults)
                        .orElse(List.of());
        return new Notes(notes, glossary, faults);
    }

    public Optional<Note> about(Concept concept) {
        return notes.stream().filter(it -> it.concept() == concept).findFirst();
    }
}

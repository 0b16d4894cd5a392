package dev.statecraft.web.sandbox;

import dev.statecraft.asl.AslParser;
import dev.statecraft.learning.Draft;
import dev.statecraft.learning.SavedSandbox;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.runs.RunStore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import java.util.List;
import java.util.Optional;

/** Keeps what is built in the sandbox: the draft of each visitor, and what they saved under an address. */
@ApplicationScoped
public class SandboxShelf {
    public static final int MOST_SAVED = 200;
    private static final int SHOWN = 12;
    private static final int ID_LENGTH = 20;
    private static final String PLACE = "sandbox";

    @Inject RunStore runs;

    /** What came of saving: an address, or the reason why there is none. */
    sealed interface Shelved {
        record Kept(String id) implements Shelved {}

        record Refused(String reason) implements Shelved {}
    }

    /** The fields as the visitor left them; empty if they were never here. */
    Optional<SandboxText> draft(String learner) {
        return Draft.text(learner, PLACE)
                .map(
                        definition ->
                                new SandboxText(
                                        definition,
                                        Draft.text(learner, PLACE + "-input").orElse("{}"),
                                        part(learner, "world"),
                                        part(learner, "faults"),
                                        part(learner, "mocks"),
                                        part(learner, "case")));
    }

    private static String part(String learner, String name) {
        return Draft.text(learner, PLACE + "-" + name).orElse("");
    }

    void keep(String learner, SandboxText text) {
        if (text.tooLong().isPresent()) {
            return;
        }
        String now = runs.now();
        Draft.save(learner, PLACE, text.definition(), now);
        Draft.save(learner, PLACE + "-input", text.input(), now);
        Draft.save(learner, PLACE + "-world", text.world(), now);
        Draft.save(learner, PLACE + "-faults", text.faults(), now);
        Draft.save(learner, PLACE + "-mocks", text.mocks(), now);
        Draft.save(learner, PLACE + "-case", text.testCase(), now);
    }

    /** Keeps it under an address of its own; the same saved twice in a row keeps the address it has. */
    Shelved save(String learner, SandboxText text) {
        keep(learner, text);
        Optional<SavedSandbox> same =
                SavedSandbox.latest(learner, 1).stream()
                        .filter(it -> SandboxText.of(it).equals(text))
                        .findFirst();
        if (same.isPresent()) {
            return new Shelved.Kept(same.get().id);
        }
        return text.tooLong()
                .or(() -> full(learner))
                .<Shelved>map(reason -> new Shelved.Refused("This was not saved. " + reason))
                .orElseGet(() -> new Shelved.Kept(place(learner, text)));
    }

    private static Optional<String> full(String learner) {
        return SavedSandbox.countOf(learner) < MOST_SAVED
                ? Optional.empty()
                : Optional.of(
                        "You have saved "
                                + MOST_SAVED
                                + " already, and no more are kept. Remove some under \"Saved by you\", then save again.");
    }

    private String place(String learner, SandboxText text) {
        var saved = new SavedSandbox();
        saved.id = Visitor.randomId().substring(0, ID_LENGTH);
        saved.learner = learner;
        saved.definition = text.definition();
        saved.input = text.input();
        saved.world = text.world();
        saved.faults = text.faults();
        saved.mocks = text.storedMocks();
        saved.savedAt = runs.now();
        saved.persist();
        return saved.id;
    }

    SavedSandbox saved(String id) {
        return SavedSandbox.of(id)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "Nothing is saved under this address. It may have been removed by the one who saved it."));
    }

    /** Only the one who saved it can remove it. */
    void remove(String learner, String id) {
        SavedSandbox.delete("id = ?1 and learner = ?2", id, learner);
    }

    List<SandboxPage.Saved> latest(String learner) {
        return SavedSandbox.latest(learner, SHOWN).stream()
                .map(it -> new SandboxPage.Saved(it.id, name(it.definition), when(it.savedAt)))
                .toList();
    }

    private static String name(String definition) {
        return AslParser.parse(definition)
                .machine()
                .map(
                        machine ->
                                machine.comment()
                                        .filter(it -> !it.isBlank())
                                        .orElseGet(
                                                () ->
                                                        "Begins with \""
                                                                + machine.states().startAt()
                                                                + "\""))
                .map(it -> it.length() > 80 ? it.substring(0, 79) + "…" : it)
                .orElse("A definition with errors");
    }

    private static String when(String moment) {
        return moment.length() < 16 ? moment : moment.substring(0, 16).replace('T', ' ') + " UTC";
    }
}

package dev.statecraft.web;

import dev.statecraft.content.Bank;
import dev.statecraft.content.ContentFault;
import dev.statecraft.content.ContentFolder;
import dev.statecraft.content.Library;
import dev.statecraft.content.Notes;
import dev.statecraft.content.Reference;
import dev.statecraft.content.Templates;

import io.quarkus.logging.Log;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads all content once, when it is first needed. */
@Singleton
class Contents {

    @Produces
    @Singleton
    Library library(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        Library library = Library.read(content(folder));
        warn(library.faults());
        return library;
    }

    @Produces
    @Singleton
    Bank bank(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        Bank bank = Bank.read(content(folder));
        warn(bank.faults());
        return bank;
    }

    @Produces
    @Singleton
    Notes notes(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        Notes notes = Notes.read(content(folder));
        warn(notes.faults());
        return notes;
    }

    @Produces
    @Singleton
    Reference reference(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        Reference reference = Reference.read(content(folder));
        warn(reference.faults());
        return reference;
    }

    @Produces
    @Singleton
    Templates templates(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        Templates templates = Templates.read(content(folder));
        warn(templates.faults());
        return templates;
    }

    private static ContentFolder content(Optional<String> folder) {
        return folder.filter(it -> !it.isBlank())
                .map(it -> ContentFolder.onDisk(Path.of(it)))
                .orElseGet(ContentFolder::packaged);
    }

    private static void warn(List<ContentFault> faults) {
        for (ContentFault fault : faults) {
            Log.warnf("Content left out: %s", fault);
        }
    }
}

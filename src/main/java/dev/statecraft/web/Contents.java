package dev.statecraft.web;

import dev.statecraft.content.ContentFault;
import dev.statecraft.content.ContentFolder;
import dev.statecraft.content.Library;

import io.quarkus.logging.Log;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.file.Path;
import java.util.Optional;

/** Reads all content once, when it is first needed. */
@Singleton
class Contents {

    @Produces
    @Singleton
    Library library(@ConfigProperty(name = "statecraft.content.dir") Optional<String> folder) {
        ContentFolder content =
                folder.filter(it -> !it.isBlank())
                        .map(it -> ContentFolder.onDisk(Path.of(it)))
                        .orElseGet(ContentFolder::packaged);
        Library library = Library.read(content);
        for (ContentFault fault : library.faults()) {
            Log.warnf("Content left out: %s", fault);
        }
        return library;
    }
}

package dev.statecraft.web;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import org.eclipse.microprofile.config.ConfigProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the server; makes the data folder first, since SQLite makes files but no folders. */
@QuarkusMain
public class Main {

    public static void main(String[] arguments) throws IOException {
        String folder = ConfigProvider.getConfig().getValue("statecraft.data.dir", String.class);
        Files.createDirectories(Path.of(folder));
        Quarkus.run(arguments);
    }
}

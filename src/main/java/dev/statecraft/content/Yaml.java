package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML as JSON. The only file that knows the YAML library; aliases, tags, large and deep documents are refused. */
final class Yaml {
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_NESTING = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yaml() {}

    /** @throws Unreadable with a message for the author */
    static JsonNode read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new Unreadable(
                    "The file has "
                            + text.length()
                            + " characters; at most "
                            + MAX_CHARACTERS
                            + " are read.");
        }
        // The library overflows its stack on deep nesting, so the depth is checked before it sees
        // the text.
        if (flowDepth(text) > MAX_NESTING) {
            throw new Unreadable("Brackets are nested more than " + MAX_NESTING + " deep.");
        }
        var settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(0)
                        .setCodePointLimit(MAX_CHARACTERS)
                        .build();
        try {
            return JSON.valueToTree(new Load(settings).loadFromString(text));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static int flowDepth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return deepest;
    }

    /** The text is no YAML that we read. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }
}

package dev.statecraft.editing;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What names mean, in a sentence or two each: those of the language, and those of the simulated account that a definition is
 * written for.
 *
 * @param sayings by name, such as {@code Next}, {@code States.Format} or {@code $states.input}
 * @param resources of the account
 * @param errors that its functions are known to fail with
 */
public record Words(Map<String, String> sayings, List<Resource> resources, List<String> errors) {

    /** @param says what it is for; may be empty */
    public record Resource(String arn, String says) {}

    public Words {
        sayings = Map.copyOf(sayings);
        resources = List.copyOf(resources);
        errors = List.copyOf(errors);
    }

    /** What is said in {@code words.yaml}, completed by what others say, which wins. */
    public static Words of(Map<String, String> more) {
        Map<String, String> sayings = new LinkedHashMap<>(OWN);
        sayings.putAll(more);
        return new Words(sayings, List.of(), List.of());
    }

    public Words with(List<Resource> resources, List<String> errors) {
        return new Words(sayings, resources, errors);
    }

    /** Empty for what there is nothing to say about. */
    String about(String name) {
        return sayings.getOrDefault(name, "");
    }

    private static final Map<String, String> OWN = read();

    private static Map<String, String> read() {
        try (InputStream in = Words.class.getResourceAsStream("words.yaml")) {
            if (in == null) {
                throw new IllegalStateException("words.yaml is not on the class path.");
            }
            Object read =
                    new Load(LoadSettings.builder().build())
                            .loadFromString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> sayings = new LinkedHashMap<>();
            ((Map<?, ?>) read)
                    .forEach(
                            (name, says) ->
                                    sayings.put(String.valueOf(name), String.valueOf(says)));
            return sayings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.engine.StateMachineType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One recorded case: what was given to the service, and what it did. */
record RecordedCase(JsonNode source) {

    /** All cases under {@code folder}, in the order of their ids. */
    static List<RecordedCase> allUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RecordedCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCase read(Path file) {
        try {
            return Json.read(Files.readString(file))
                    .map(RecordedCase::new)
                    .orElseThrow(() -> new IllegalStateException(file + " is not JSON."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return source.path("id").asText();
    }

    String group() {
        return source.path("group").asText();
    }

    Kind kind() {
        return Kind.of(source.path("kind").asText());
    }

    String definitionText() {
        return source.has("definitionText")
                ? source.get("definitionText").asText()
                : source.path("definition").toString();
    }

    StateMachineType stateMachineType() {
        String type =
                source.has("stateMachineType")
                        ? source.get("stateMachineType").asText()
                        : source.path("request").path("type").asText("STANDARD");
        return type.equals("EXPRESS") ? StateMachineType.EXPRESS : StateMachineType.STANDARD;
    }

    String stateMachineName() {
        return source.path("stateMachineName").asText("machine");
    }

    String executionName() {
        return source.path("executionName").asText("execution");
    }

    JsonNode input() {
        if (source.has("inputText")) {
            String text = source.get("inputText").asText();
            return Json.read(text)
                    .orElseThrow(() -> new IllegalStateException("The input is not JSON: " + text));
        }
        return source.has("input") ? source.get("input") : JsonNodeFactory.instance.objectNode();
    }

    JsonNode mocks() {
        return source.path("mocks");
    }

    JsonNode expected() {
        return source.path("expected");
    }

    boolean hasHistory() {
        return expected().has("history");
    }

    List<JsonNode> history() {
        List<JsonNode> events = new ArrayList<>();
        expected().path("history").forEach(events::add);
        return events;
    }

    Bindings bindings() {
        return Bindings.of(source.path("bindings"));
    }

    Wildcards wildcards() {
        return new Wildcards(source.path("volatile"));
    }

    /** What a case asks of the service. */
    enum Kind {
        EXECUTION("execution"),
        EXPRESS_SYNC("express-sync"),
        EXPRESS_ASYNC("express-async"),
        TEST_STATE("test-state"),
        VALIDATION("validation"),
        CREATE_ERROR("create-error"),
        API_TRANSCRIPT("api-transcript");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            return Stream.of(values())
                    .filter(it -> it.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Unknown kind of case: " + word));
        }

        @Override
        public String toString() {
            return word;
        }
    }
}

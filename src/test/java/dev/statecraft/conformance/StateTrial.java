package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.teststate.Laboratory;
import dev.statecraft.engine.teststate.TestState;
import dev.statecraft.engine.teststate.TestStateAnswer;

import java.time.Instant;

/** Tests the state of a case, with the mocks that were recorded with it. */
final class StateTrial {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long SEED = 42;

    private final RecordedCase recorded;

    StateTrial(RecordedCase recorded) {
        this.recorded = recorded;
    }

    /** {@code {response}} or {@code {error: {code, message}}}. */
    ObjectNode run() {
        var runtime = new ReplayRuntime(recorded.mocks(), new Timeline(START), SEED);
        var laboratory = new Laboratory("us-east-1", "111111111111", START, SEED, runtime);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (TestState.of(request()).run(laboratory)) {
            case TestStateAnswer.Response response -> answer.set("response", response.json());
            case TestStateAnswer.Refusal refusal ->
                    answer.putObject("error")
                            .put("code", refusal.code())
                            .put("message", refusal.message());
        }
        return answer;
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("definition", recorded.definitionText());
        JsonNode others = recorded.source().path("request");
        others.properties().forEach(it -> request.set(it.getKey(), it.getValue()));
        return request;
    }
}

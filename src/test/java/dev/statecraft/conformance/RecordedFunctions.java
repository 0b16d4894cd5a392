package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The functions that a case's tasks may call, by what their code did. */
final class RecordedFunctions {
    private static final String INVOKE = ":lambda:invoke";
    private static final String ARN = ":function:";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode functions;

    /** @param functions name to {@code {arn, behaviour, ...}} */
    RecordedFunctions(JsonNode functions) {
        this.functions = functions;
    }

    /** Empty if the task does not call one of these functions. */
    Optional<TaskOutcome> answer(TaskRequest request) {
        if (request.resource().contains(ARN)) {
            return function(request.resource())
                    .map(it -> outcome(it, call(it, request.input()), false));
        }
        if (request.resource().endsWith(INVOKE)) {
            JsonNode given = request.input().path("Payload");
            // A null payload is no payload, and a function without one gets an empty object.
            JsonNode payload = given.isNull() ? NODES.objectNode() : given;
            return function(request.input().path("FunctionName").asText())
                    .map(it -> outcome(it, call(it, payload), true));
        }
        return Optional.empty();
    }

    private Optional<JsonNode> function(String nameOrArn) {
        int begin = nameOrArn.indexOf(ARN);
        String name = begin < 0 ? nameOrArn : nameOrArn.substring(begin + ARN.length());
        return Optional.ofNullable(functions.get(name));
    }

    private static TaskOutcome outcome(JsonNode function, JsonNode result, boolean asResponse) {
        Duration after = ReplayedAnswer.LATENCY.plusSeconds(function.path("delaySeconds").asLong());
        if (function.path("behaviour").asText().equals("raise")) {
            return new TaskOutcome.Failed(
                    Optional.of(function.path("errorType").asText()),
                    Optional.of(failure(function).toString()),
                    after,
                    TaskOutcome.Phase.RUN);
        }
        return new TaskOutcome.Succeeded(asResponse ? response(result) : result, after);
    }

    private static JsonNode call(JsonNode function, JsonNode event) {
        return switch (function.path("behaviour").asText()) {
            case "echo" -> event.isMissingNode() ? NODES.objectNode() : event;
            case "return" -> function.path("value");
            case "return-text" ->
                    TextNode.valueOf(
                            function.path("template")
                                    .asText()
                                    .replace("{event}", asPythonPrints(event)));
            case "return-large" ->
                    TextNode.valueOf(
                            function.path("char").asText().repeat(function.path("bytes").asInt()));
            case "raise" -> NODES.nullNode();
            default -> throw new IllegalStateException("Unknown behaviour: " + function);
        };
    }

    /** The payload with which a function in Python reports what it raised. */
    private static ObjectNode failure(JsonNode function) {
        String type = function.path("errorType").asText();
        String message = function.path("errorMessage").asText();
        String trace =
                "  File \"/var/task/handler.py\", line 2, in handler\n    raise %s(\"%s\")\n"
                        .formatted(type, message);
        ObjectNode failure = NODES.objectNode();
        failure.put("errorMessage", message).put("errorType", type).put("requestId", "request-1");
        failure.putArray("stackTrace").add(trace);
        return failure;
    }

    private static ObjectNode response(JsonNode payload) {
        String length =
                String.valueOf(asPythonDumps(payload).getBytes(StandardCharsets.UTF_8).length);
        ObjectNode all = NODES.objectNode();
        ObjectNode plain = NODES.objectNode();
        ObjectNode headers = NODES.objectNode();
        headers.put("X-Amz-Executed-Version", "$LATEST").put("x-amzn-Remapped-Content-Length", "0");
        headers.put("Connection", "keep-alive").put("x-amzn-RequestId", "request-1");
        headers.put("Content-Length", length).put("Date", "Mon, 01 Jan 2024 00:00:00 GMT");
        headers.put("X-Amzn-Trace-Id", "Root=1").put("Content-Type", "application/json");
        headers.properties()
                .forEach(
                        it -> {
                            all.putArray(it.getKey()).add(it.getValue());
                            plain.set(it.getKey(), it.getValue());
                        });
        ObjectNode response = NODES.objectNode();
        response.put("ExecutedVersion", "$LATEST").set("Payload", payload);
        ObjectNode metadata = response.putObject("SdkHttpMetadata");
        metadata.set("AllHttpHeaders", all);
        metadata.set("HttpHeaders", plain);
        metadata.put("HttpStatusCode", 200);
        response.putObject("SdkResponseMetadata").put("RequestId", "request-1");
        return response.put("StatusCode", 200);
    }

    /** Functions written in Python put their event into texts as Python prints it. */
    private static String asPythonPrints(JsonNode value) {
        return value.isTextual()
                ? value.textValue()
                : asPythonDumps(value)
                        .replace('"', '\'')
                        .replace("null", "None")
                        .replace("true", "True")
                        .replace("false", "False");
    }

    /** JSON as Python writes it: with a space after each comma and colon. */
    private static String asPythonDumps(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(it -> TextNode.valueOf(it.getKey()) + ": " + asPythonDumps(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(RecordedFunctions::asPythonDumps)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a case asks for, through the AWS-compatible address. */
final class DoorReplay {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ROLE = "arn:aws:iam::111111111111:role/sfn-role-uid0001";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final DoorClient door;
    private final DoorMocks mocks;

    DoorReplay(DoorClient door, DoorMocks mocks) {
        this.door = door;
        this.mocks = mocks;
    }

    /** What the service says to the one call that the case is about. */
    ObjectNode answer(RecordedCase recorded) {
        prepare(recorded);
        ObjectNode request = JSON.objectNode().put("definition", recorded.definitionText());
        if (recorded.kind() == RecordedCase.Kind.TEST_STATE && recorded.source().has("input")) {
            request.put("input", recorded.input().toString());
        }
        if (recorded.kind() == RecordedCase.Kind.CREATE_ERROR) {
            request.put("name", recorded.stateMachineName()).put("roleArn", ROLE);
        }
        if (recorded.source().has("stateMachineType")) {
            request.set("type", recorded.source().get("stateMachineType"));
        }
        recorded.source()
                .path("request")
                .properties()
                .forEach(it -> request.set(it.getKey(), it.getValue()));
        ObjectNode answer = door.call(operation(recorded), request);
        delete(answer);
        return answer;
    }

    private static String operation(RecordedCase recorded) {
        return switch (recorded.kind()) {
            case TEST_STATE -> "TestState";
            case VALIDATION -> "ValidateStateMachineDefinition";
            default -> "CreateStateMachine";
        };
    }

    /** {@code {status, output, error, cause, events}}, as DescribeExecution and GetExecutionHistory say it. */
    ObjectNode execution(RecordedCase recorded) {
        prepare(recorded);
        ObjectNode created =
                door.call(
                        "CreateStateMachine",
                        JSON.objectNode()
                                .put("name", recorded.stateMachineName())
                                .put("definition", recorded.definitionText())
                                .put("roleArn", ROLE)
                                .put("type", recorded.stateMachineType().name()));
        if (created.has("error")) {
            throw new IllegalStateException("The definition was refused: " + created);
        }
        try {
            return run(recorded, created.at("/response/stateMachineArn").asText());
        } finally {
            delete(created);
        }
    }

    private ObjectNode run(RecordedCase recorded, String machine) {
        ObjectNode start =
                JSON.objectNode().put("stateMachineArn", machine + mocks.suffix(recorded));
        if (recorded.source().has("inputText")) {
            start.set("input", recorded.source().get("inputText"));
        } else if (recorded.source().has("input")) {
            start.put("input", recorded.input().toString());
        }
        if (recorded.source().has("executionName")) {
            start.put("name", recorded.executionName());
        }
        if (recorded.kind() == RecordedCase.Kind.EXPRESS_SYNC) {
            return (ObjectNode) door.call("StartSyncExecution", start).path("response");
        }
        String execution = door.call("StartExecution", start).at("/response/executionArn").asText();
        ObjectNode request = JSON.objectNode().put("executionArn", execution);
        boolean unfinished = recorded.expected().path("status").asText().equals("NOT_FINISHED");
        ObjectNode described = unfinished ? describe(request) : finished(request);
        described.set("events", events(execution));
        if (described.path("status").asText().equals("RUNNING")) {
            door.call("StopExecution", request);
        }
        return described;
    }

    private ObjectNode describe(ObjectNode request) {
        return door.call("DescribeExecution", request).withObject("/response");
    }

    private ObjectNode finished(ObjectNode request) {
        long deadline = System.nanoTime() + PATIENCE;
        ObjectNode now = describe(request);
        while (now.path("status").asText().equals("RUNNING") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            now = describe(request);
        }
        return now;
    }

    private ArrayNode events(String execution) {
        ArrayNode events = JSON.arrayNode();
        ObjectNode request =
                JSON.objectNode().put("executionArn", execution).put("maxResults", 1000);
        while (true) {
            JsonNode page = door.call("GetExecutionHistory", request).path("response");
            page.path("events").forEach(events::add);
            if (!page.has("nextToken")) {
                return events;
            }
            request.set("nextToken", page.get("nextToken"));
        }
    }

    /** Objects and functions that the case says were there. */
    private void prepare(RecordedCase recorded) {
        for (JsonNode object : recorded.mocks().path("s3")) {
            String bucket = "/s3/" + object.path("bucket").asText();
            JsonNode body = object.path("body");
            door.send("PUT", bucket, "");
            door.send(
                    "PUT",
                    bucket + "/" + object.path("key").asText(),
                    body.isTextual() ? body.textValue() : body.toString());
        }
        recorded.mocks()
                .path("functions")
                .properties()
                .forEach(
                        it -> {
                            String path = "/2015-03-31/functions";
                            door.send("DELETE", path + "/" + it.getKey(), "");
                            door.send("POST", path, function(it.getKey(), it.getValue()));
                        });
    }

    private static String function(String name, JsonNode recorded) {
        ObjectNode behaviour = JSON.objectNode();
        switch (recorded.path("behaviour").asText()) {
            case "return" -> behaviour.set("returns", recorded.path("value"));
            case "raise" ->
                    behaviour
                            .putArray("fails")
                            .addObject()
                            .put("error", recorded.path("errorType").asText())
                            .put("cause", recorded.path("errorMessage").asText());
            default -> behaviour.put("says", "Gives back what it is given.");
        }
        ObjectNode request = JSON.objectNode().put("FunctionName", name);
        request.putObject("Code")
                .put(
                        "ZipFile",
                        Base64.getEncoder()
                                .encodeToString(
                                        behaviour.toString().getBytes(StandardCharsets.UTF_8)));
        return request.toString();
    }

    private void delete(ObjectNode created) {
        JsonNode arn = created.at("/response/stateMachineArn");
        if (arn.isTextual()) {
            door.call("DeleteStateMachine", JSON.objectNode().set("stateMachineArn", arn));
        }
    }

    /** The answers to the calls of a transcript, in order. */
    List<JsonNode> transcript(RecordedCase recorded) {
        var said = new Transcript(recorded);
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode step : recorded.source().path("steps")) {
            String operation = step.path("op").asText();
            ObjectNode answer = door.call(operation, said.filledIn(step.path("params")));
            said.add(operation, answer);
            answers.add(answer);
            if (answer.at("/response/executionArn").asText().contains(":execution:")
                    && operation.equals("StartExecution")) {
                ObjectNode request = JSON.objectNode();
                request.set("executionArn", answer.at("/response/executionArn"));
                finished(request);
            }
        }
        answers.forEach(it -> delete((ObjectNode) it));
        said.activities()
                .forEach(
                        it ->
                                door.call(
                                        "DeleteActivity",
                                        JSON.objectNode().put("activityArn", it)));
        return answers;
    }

    /** What was answered so far, for calls that name what an earlier one made. */
    private static final class Transcript {
        private static final Pattern OF_STEP =
                Pattern.compile("(?:arn:aws:unknown:[^:]*:\\d+:)?step(\\d+)-(\\w+)");
        private static final Pattern STARTED = Pattern.compile("exec-(\\d+)-uid(?!0000)\\w*");
        private static final Pattern LOG_GROUP =
                Pattern.compile("arn:aws:unknown:.*logGroups-\\d+-arn");

        private final List<JsonNode> answers = new ArrayList<>();
        private final List<String> executions = new ArrayList<>();
        private final List<String> activities = new ArrayList<>();
        private final String logGroup;

        Transcript(RecordedCase recorded) {
            logGroup =
                    "arn:aws:logs:us-east-1:111111111111:log-group:%s:*"
                            .formatted(
                                    recorded.source()
                                            .at("/bindings/log_group_name/0")
                                            .asText("group"));
        }

        void add(String operation, ObjectNode answer) {
            answers.add(answer);
            Optional.ofNullable(answer.at("/response/executionArn").textValue())
                    .filter(it -> operation.startsWith("Start"))
                    .ifPresent(executions::add);
            Optional.ofNullable(answer.at("/response/activityArn").textValue())
                    .filter(it -> operation.equals("CreateActivity"))
                    .ifPresent(activities::add);
        }

        List<String> activities() {
            return activities;
        }

        JsonNode filledIn(JsonNode value) {
            if (value.isObject()) {
                ObjectNode object = JSON.objectNode();
                value.properties().forEach(it -> object.set(it.getKey(), filledIn(it.getValue())));
                return object;
            }
            if (value.isArray()) {
                ArrayNode list = JSON.arrayNode();
                value.forEach(it -> list.add(filledIn(it)));
                return list;
            }
            return value.isTextual() ? filledIn(value.textValue()) : value;
        }

        private JsonNode filledIn(String text) {
            Matcher step = OF_STEP.matcher(text);
            if (step.matches()) {
                int number = Integer.parseInt(step.group(1)) - 1;
                if (number >= 0 && number < answers.size()) {
                    JsonNode value = answers.get(number).path("response").path(step.group(2));
                    return value.isMissingNode() ? JSON.textNode(text) : value;
                }
            }
            if (text.equals("ExecArnPart_0idx") && !executions.isEmpty()) {
                return JSON.textNode(executions.getFirst());
            }
            Matcher started = STARTED.matcher(text);
            if (text.contains(":execution:") && started.find()) {
                int number = Integer.parseInt(started.group(1)) - 1;
                if (number >= 0 && number < executions.size()) {
                    return JSON.textNode(executions.get(number));
                }
            }
            return JSON.textNode(LOG_GROUP.matcher(text).matches() ? logGroup : text);
        }
    }
}

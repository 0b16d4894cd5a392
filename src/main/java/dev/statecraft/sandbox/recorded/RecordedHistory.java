package dev.statecraft.sandbox.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.sandbox.world.Description;
import dev.statecraft.sandbox.world.WorldFault;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What GetExecutionHistory told about an execution, turned into a mock file: each task answers as it did, in the same order, after the
 * same time, and fails where it failed.
 *
 * @param mocks the one test case of the mock file
 * @param input the input of the execution, as text; empty if the history does not hold it
 * @param answers how many answers of tasks were found
 * @param states the states that were entered, in the order of their first time
 * @param remarks what the recording does not tell, each in a sentence for the learner
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
public record RecordedHistory(
        TestCase mocks,
        Optional<String> input,
        int answers,
        Set<String> states,
        List<String> remarks) {
    private static final String MACHINE = "recorded";
    private static final String CASE = "as it happened";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One scheduling of a task, as far as it is known. */
    private record Scheduled(String state, JsonNode event, ObjectNode answer) {}

    /**
     * Reads the answer of the API or of {@code aws stepfunctions get-execution-history}, or its list of events alone.
     *
     * @throws WorldFault if {@code source} is no such history
     */
    public static RecordedHistory of(JsonNode source) {
        JsonNode events = source.isArray() ? source : source.path("events");
        if (!events.isArray() || events.isEmpty()) {
            throw new WorldFault(
                    "/events",
                    "There are no events here. Paste the whole answer of aws stepfunctions get-execution-history.");
        }
        return new Reading(events, source.hasNonNull("nextToken")).read();
    }

    private static final class Reading {
        private final JsonNode events;
        private final boolean more;
        private final Map<Long, String> stateOf = new HashMap<>();
        private final Map<Long, Scheduled> taskOf = new HashMap<>();
        private final Map<String, List<Scheduled>> byState = new LinkedHashMap<>();
        private final Set<String> states = new LinkedHashSet<>();
        private final Set<String> remarks = new LinkedHashSet<>();
        private Optional<String> input = Optional.empty();

        Reading(JsonNode events, boolean more) {
            this.events = events;
            this.more = more;
        }

        RecordedHistory read() {
            for (int i = 0; i < events.size(); i++) {
                read(events.get(i), i);
            }
            if (states.isEmpty()) {
                throw new WorldFault(
                        "/events", "No event here enters a state, so nothing can be replayed.");
            }
            if (more) {
                remarks.add(
                        "The history goes on on further pages (nextToken); what comes after is not known.");
            }
            int answers = byState.values().stream().mapToInt(List::size).sum();
            return new RecordedHistory(mocks(), input, answers, states, List.copyOf(remarks));
        }

        private void read(JsonNode event, int place) {
            long id = event.path("id").asLong(-1);
            String type = event.path("type").asText("");
            if (id < 1 || type.isEmpty()) {
                throw new WorldFault(
                        "/events/" + place, "An event needs a \"type\" and an \"id\" from 1.");
            }
            long previous = event.path("previousEventId").asLong(0);
            inherit(id, previous);
            if (type.endsWith("StateEntered")) {
                String name = event.at("/stateEnteredEventDetails/name").asText();
                states.add(name);
                stateOf.put(id, name);
                taskOf.remove(id);
            } else if (type.equals("ExecutionStarted")) {
                input = Optional.ofNullable(details(event, type).path("input").textValue());
            } else if (type.equals("MapRunStarted")) {
                remarks.add(
                        "The children of a Distributed Map have histories of their own; their tasks are answered by the account.");
            } else if (isScheduling(type)) {
                schedule(id, event, type);
            } else {
                answer(id, event, type);
            }
        }

        /** What is known of the event before holds for this one, until it says otherwise. */
        private void inherit(long id, long previous) {
            Optional.ofNullable(stateOf.get(previous)).ifPresent(it -> stateOf.put(id, it));
            Optional.ofNullable(taskOf.get(previous)).ifPresent(it -> taskOf.put(id, it));
        }

        private static boolean isScheduling(String type) {
            return type.equals("TaskScheduled")
                    || type.equals("LambdaFunctionScheduled")
                    || type.equals("ActivityScheduled");
        }

        private void schedule(long id, JsonNode event, String type) {
            String state = stateOf.get(id);
            if (state == null) {
                return;
            }
            JsonNode details = details(event, type);
            ObjectNode answer = NODES.objectNode();
            String request = details.path("parameters").asText(details.path("input").asText(""));
            if (request.isEmpty()) {
                remarks.add(
                        "Inputs and outputs were left out of this history. Record it with --include-execution-data.");
            }
            answer.set("Request", json(request));
            answer.put("Silent", true);
            var scheduled = new Scheduled(state, event, answer);
            taskOf.put(id, scheduled);
            byState.computeIfAbsent(state, name -> new ArrayList<>()).add(scheduled);
        }

        private void answer(long id, JsonNode event, String type) {
            Scheduled task = taskOf.get(id);
            if (task == null) {
                return;
            }
            JsonNode details = details(event, type);
            switch (type) {
                case "TaskSubmitted" -> {
                    lasted("Began", task, event);
                    task.answer().set("Submitted", json(details.path("output").asText("{}")));
                }
                case "ActivityStarted" -> lasted("Began", task, event);
                case "TaskSucceeded", "ActivitySucceeded" ->
                        ends(task, event)
                                .set("Return", json(details.path("output").asText("null")));
                case "LambdaFunctionSucceeded" -> {
                    // The whole answer of the function, as a mock file has it.
                    ObjectNode answer = NODES.objectNode().put("StatusCode", 200);
                    answer.set("Payload", json(details.path("output").asText("null")));
                    ends(task, event).set("Return", answer);
                }
                case "TaskFailed", "LambdaFunctionFailed", "ActivityFailed" ->
                        fails(task, event, details, "RUN");
                case "TaskTimedOut", "LambdaFunctionTimedOut", "ActivityTimedOut" ->
                        timesOut(task, event);
                case "TaskStartFailed", "LambdaFunctionStartFailed" ->
                        fails(task, event, details, "START");
                case "TaskSubmitFailed" -> fails(task, event, details, "SUBMIT");
                case "LambdaFunctionScheduleFailed", "ActivityScheduleFailed" ->
                        fails(task, event, details, "SCHEDULE");
                default -> {
                    // Other events say nothing about an answer.
                }
            }
            if (details.at("/outputDetails/truncated").asBoolean()) {
                remarks.add("An output of " + task.state() + " was cut off in this history.");
            }
        }

        private static ObjectNode ends(Scheduled task, JsonNode event) {
            task.answer().remove("Silent");
            lasted("After", task, event);
            return task.answer();
        }

        private static void lasted(String field, Scheduled task, JsonNode event) {
            Duration took = passed(task, event);
            if (!took.isNegative() && took.compareTo(Description.LONGEST) <= 0) {
                task.answer().put(field, took.toString());
            }
        }

        private static Duration passed(Scheduled task, JsonNode event) {
            return Duration.between(
                    moment(task.event().path("timestamp")), moment(event.path("timestamp")));
        }

        private static void fails(Scheduled task, JsonNode event, JsonNode details, String phase) {
            ObjectNode thrown = ends(task, event).putObject("Throw");
            for (String field : List.of("Error", "Cause")) {
                JsonNode value = details.path(field.toLowerCase(Locale.ROOT));
                if (value.isTextual()) {
                    thrown.set(field, value);
                }
            }
            thrown.put("Phase", phase);
        }

        /** The history calls a missed heartbeat a timeout too; only the time that passed tells them apart. */
        private static void timesOut(Scheduled task, JsonNode event) {
            JsonNode limits = details(task.event(), task.event().path("type").asText());
            Duration passed = passed(task, event);
            boolean early =
                    !limits.has("timeoutInSeconds")
                            || passed.toSeconds() < limits.path("timeoutInSeconds").asLong();
            boolean heartbeat = limits.has("heartbeatInSeconds") && early;
            ends(task, event)
                    .putObject("Throw")
                    .put("Error", heartbeat ? "States.HeartbeatTimeout" : "States.Timeout");
        }

        private TestCase mocks() {
            if (byState.isEmpty()) {
                return TestCase.NONE;
            }
            ObjectNode file = NODES.objectNode();
            ObjectNode cases =
                    file.putObject("StateMachines")
                            .putObject(MACHINE)
                            .putObject("TestCases")
                            .putObject(CASE);
            ObjectNode responses = file.putObject("MockedResponses");
            byState.forEach(
                    (state, tasks) -> {
                        cases.put(state, state);
                        ObjectNode response = responses.putObject(state);
                        for (int i = 0; i < tasks.size(); i++) {
                            response.set("" + i, tasks.get(i).answer());
                        }
                    });
            return new TestCase(file, MACHINE, CASE);
        }
    }

    private static JsonNode details(JsonNode event, String type) {
        return event.path(
                Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails");
    }

    /** The JSON in a text; the text itself if it holds none. */
    private static JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? NODES.objectNode() : json;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    /** Seconds since 1970, as the API writes a moment, or ISO 8601, as the AWS CLI does. */
    private static Instant moment(JsonNode timestamp) {
        if (timestamp.isNumber()) {
            return Instant.ofEpochMilli(Math.round(timestamp.asDouble() * 1000));
        }
        try {
            return OffsetDateTime.parse(timestamp.asText()).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.conformance.Wildcards.Bound;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what we did with what a case recorded. */
final class CaseComparison {
    private static final Pattern CLIENT_ERROR =
            Pattern.compile(
                    "An error occurred \\((\\w+)\\) when calling the \\w+ operation(?: \\([^)]*\\))?: (.*)",
                    Pattern.DOTALL);

    private static final List<String> SINCE_2024 =
            List.of(
                    "encryptionConfiguration",
                    "redriveCount",
                    "redriveStatus",
                    "redriveStatusReason");

    private final RecordedCase recorded;
    private final ValueComparison values;
    private final Bindings bindings;

    CaseComparison(RecordedCase recorded) {
        this.recorded = recorded;
        this.values = new ValueComparison(recorded.wildcards());
        this.bindings = recorded.bindings();
    }

    /**
     * Status, and output or error and cause.
     *
     * @param actual {@code {status, output, error, cause}}, the output as JSON text
     */
    Optional<Difference> outcome(JsonNode actual) {
        JsonNode hidden = bindings.hide(actual);
        JsonNode expected = recorded.expected();
        if (isUnfinished()) {
            return Optional.empty();
        }
        String status = expected.path("status").asText();
        if (!status.equals(hidden.path("status").asText())) {
            return Optional.of(Difference.at("status", status, failureOf(hidden)));
        }
        if (status.equals("SUCCEEDED")) {
            return expected.has("output")
                    ? output(expected.get("output"), hidden.path("output"))
                    : Optional.empty();
        }
        return field("error", expected, hidden).or(() -> field("cause", expected, hidden));
    }

    /**
     * Every event, where a history was recorded.
     *
     * @param actual {@code {events}} in the shape of GetExecutionHistory
     */
    Optional<Difference> history(JsonNode actual) {
        List<JsonNode> events = new ArrayList<>();
        bindings.hide(actual.path("events")).forEach(events::add);
        if (isUnfinished() && events.size() > recorded.history().size()) {
            events = events.subList(0, recorded.history().size());
        }
        return new HistoryComparison(values).compare(recorded.history(), events, new Bound());
    }

    /**
     * The answer to one call of the API.
     *
     * @param actual {@code {response}} or {@code {error: {code, message}}}
     */
    Optional<Difference> answer(JsonNode actual) {
        JsonNode expected = recorded.expected();
        return answer(
                expected.has("response") ? null : expected.get("error"),
                expected.path("response"),
                actual,
                new Bound());
    }

    /**
     * The answers to the calls of a transcript, each {@code {response}} or {@code {error: {code, message}}}. What a client library
     * refused before it called the service says nothing about the service.
     */
    Optional<Difference> transcript(List<JsonNode> answers) {
        var bound = new Bound();
        JsonNode steps = recorded.source().path("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            boolean recordedAnswer = step.has("expect") || step.has("error");
            if (!recordedAnswer
                    || step.has("error") && ApiFailure.of(step.get("error")).isOfClient()) {
                continue;
            }
            int number = i + 1;
            Optional<Difference> difference =
                    answer(step.get("error"), step.path("expect"), answers.get(i), bound);
            if (difference.isPresent()) {
                return difference.map(
                        it -> it.within("step " + number + " " + step.path("op").asText()));
            }
        }
        return Optional.empty();
    }

    /** Without what the service had not yet when the case was recorded. */
    private JsonNode asOfThen(JsonNode actual) {
        String all = recorded.source().toString();
        SINCE_2024.stream()
                .filter(it -> !all.contains("\"" + it + "\""))
                .forEach(it -> actual.findParents(it).forEach(of -> ((ObjectNode) of).remove(it)));
        return actual;
    }

    private Optional<Difference> answer(
            @Nullable JsonNode error, JsonNode response, JsonNode actual, Bound bound) {
        JsonNode hidden = asOfThen(bindings.hide(actual));
        if (error != null) {
            return error(error, hidden, bound);
        }
        if (!hidden.has("response")) {
            return Optional.of(Difference.at("response", response, hidden));
        }
        return values.compare(
                withoutMetadata(response),
                withoutMetadata(hidden.get("response")),
                bound,
                "response");
    }

    /** A recording that ends before its execution did says how it began, and nothing about how it came out. */
    private boolean isUnfinished() {
        return recorded.expected().path("status").asText().equals("NOT_FINISHED");
    }

    private Optional<Difference> output(JsonNode expected, JsonNode actual) {
        Optional<Difference> difference = values.compare(expected, actual, new Bound(), "output");
        // Where no history was recorded, an output that is one value in a list may stand for that
        // value.
        boolean perhapsWrapped =
                expected.isArray() && expected.size() == 1 && !recorded.hasHistory();
        if (difference.isPresent() && perhapsWrapped) {
            return values.compare(expected.get(0), actual, new Bound(), "output")
                    .flatMap(ignored -> difference);
        }
        return difference;
    }

    private Optional<Difference> field(String name, JsonNode expected, JsonNode actual) {
        if (!expected.has(name) && !actual.has(name)) {
            return Optional.empty();
        }
        if (!expected.has(name) || !actual.has(name)) {
            return Optional.of(Difference.at(name, expected.path(name), actual.path(name)));
        }
        return values.compare(expected.get(name), actual.get(name), new Bound(), name);
    }

    private Optional<Difference> error(JsonNode recordedError, JsonNode actual, Bound bound) {
        if (!actual.path("error").isObject()) {
            return Optional.of(Difference.at("error", recordedError, actual));
        }
        ApiFailure expected = ApiFailure.of(recordedError);
        return expected.code()
                .flatMap(
                        code ->
                                values.compare(
                                        TextNode.valueOf(code),
                                        actual.path("error").path("code"),
                                        bound,
                                        "error.code"))
                .or(
                        () ->
                                values.compare(
                                        TextNode.valueOf(expected.message()),
                                        actual.path("error").path("message"),
                                        bound,
                                        "error.message"));
    }

    private static String failureOf(JsonNode actual) {
        String status = actual.path("status").asText();
        return actual.has("error") || actual.has("cause")
                ? status
                        + " with "
                        + actual.path("error").asText()
                        + ": "
                        + actual.path("cause").asText()
                : status;
    }

    private static JsonNode withoutMetadata(JsonNode response) {
        return response.isObject()
                ? ((ObjectNode) response.deepCopy()).without("ResponseMetadata")
                : response;
    }

    /** An error of the API, which recordings write in two shapes. */
    private record ApiFailure(Optional<String> code, String message) {
        boolean isOfClient() {
            return code.isEmpty() || code.get().equals("ParamValidationError");
        }

        static ApiFailure of(JsonNode recorded) {
            JsonNode error = recorded.path("Error");
            if (error.isObject()) {
                return new ApiFailure(
                        Optional.of(error.path("Code").asText()), error.path("Message").asText());
            }
            String text =
                    recorded.isTextual()
                            ? recorded.textValue()
                            : recorded.path("exception_value")
                                    .asText(recorded.path("exception").asText());
            Matcher match = CLIENT_ERROR.matcher(text);
            if (match.matches()) {
                return new ApiFailure(Optional.of(match.group(1)), match.group(2));
            }
            return new ApiFailure(
                    Optional.ofNullable(recorded.path("exception_typename").textValue()), text);
        }
    }
}

package dev.statecraft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** What a mocked state answers, by how often it was scheduled before. */
record MockedResponse(List<Range> ranges) {

    /** @param from and {@code to}: attempts, from 0, both included */
    record Range(int from, int to, Answer answer) {}

    sealed interface Answer {
        /** The answer to the request itself, where the result comes later; an extension of the AWS format. */
        Optional<JsonNode> submitted();
    }

    record Return(JsonNode value, Optional<JsonNode> submitted) implements Answer {}

    record Throw(Optional<String> error, Optional<String> cause, Optional<JsonNode> submitted)
            implements Answer {}

    Optional<Answer> at(int attempt) {
        return ranges.stream()
                .filter(it -> it.from() <= attempt && attempt <= it.to())
                .map(Range::answer)
                .findFirst();
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;

import java.util.Map;
import java.util.Optional;

/** Map Runs and their children. */
final class MapRunActions {

    private MapRunActions() {}

    static Map<String, Action> all() {
        return Map.of();
    }

    static ObjectNode children(
            Region region,
            Parameters parameters,
            String mapRunArn,
            Optional<ExecutionActions.ListedStatus> status) {
        ObjectNode answer = Answers.empty();
        answer.putArray("executions");
        return answer;
    }
}

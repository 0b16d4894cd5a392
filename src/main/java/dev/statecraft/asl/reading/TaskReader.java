package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.State;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.query.Expression;

import java.util.Optional;

/** Reads a Task state. */
final class TaskReader {

    private TaskReader() {}

    static Optional<State> read(StateReader reader) {
        Section section = reader.section();
        section.require("Resource");
        Optional<String> resource = section.text("Resource");
        Optional<Transition> transition = reader.transition();
        var task =
                new TaskState(
                        reader.name(),
                        reader.comment(),
                        reader.flow(),
                        resource.orElse(""),
                        reader.number("TimeoutSeconds", 1, MachineReader.MAX_SECONDS),
                        reader.number("HeartbeatSeconds", 1, MachineReader.MAX_SECONDS),
                        roleArn(reader),
                        ErrorHandlingReader.retriers(section),
                        ErrorHandlingReader.catchers(section, reader.language()),
                        transition.orElse(Transition.END));
        checkHeartbeat(section);
        return resource.isPresent() && transition.isPresent()
                ? Optional.of(task)
                : Optional.empty();
    }

    private static Optional<Expression> roleArn(StateReader reader) {
        Optional<Section> credentials = reader.section().section("Credentials");
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        Section section = credentials.get();
        if (!section.has("RoleArn") && !section.has("RoleArn.$")) {
            section.problems().report(SchemaRule.CREDENTIALS_WITHOUT_ROLE, section.place());
            return Optional.empty();
        }
        if (section.has("RoleArn.$")) {
            return section.pathOrCall("RoleArn.$");
        }
        return reader.language() == QueryLanguage.JSONata
                ? section.jsonata("RoleArn")
                : section.text("RoleArn")
                        .map(
                                it ->
                                        new dev.statecraft.query.Literal(
                                                section.json("RoleArn").orElseThrow()));
    }

    private static void checkHeartbeat(Section section) {
        Optional<JsonNode> timeout =
                section.json("TimeoutSeconds").filter(JsonNode::isIntegralNumber);
        Optional<JsonNode> heartbeat =
                section.json("HeartbeatSeconds").filter(JsonNode::isIntegralNumber);
        if (timeout.isPresent()
                && heartbeat.isPresent()
                && heartbeat.get().longValue() >= timeout.get().longValue()) {
            section.problems()
                    .reportWith(
                            "Write a number below " + timeout.get() + ", or raise TimeoutSeconds.",
                            SchemaRule.HEARTBEAT_NOT_BELOW_TIMEOUT,
                            section.placeOf("HeartbeatSeconds"));
        }
    }
}

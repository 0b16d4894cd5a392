package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.MachineVersion;
import dev.statecraft.region.Region;
import dev.statecraft.region.RegisteredMachine;

import java.util.Map;
import java.util.Optional;

/** Publishing, listing and deleting versions. */
final class VersionActions {
    private static final int DEFAULT_PAGE = 100;

    private VersionActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "PublishStateMachineVersion", Action.of(VersionActions::publish),
                "ListStateMachineVersions", Action.of(VersionActions::list),
                "DeleteStateMachineVersion", Action.of(VersionActions::delete));
    }

    private static ObjectNode publish(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        Optional<String> description = parameters.text("description", 0, 256);
        Optional<String> revisionId = parameters.text("revisionId");
        parameters.check();
        RegisteredMachine machine = region.machines().unqualified(arn);
        MachineVersion version = region.machines().publish(machine, description, revisionId);
        return Answers.empty()
                .put("stateMachineVersionArn", version.arn())
                .put("creationDate", Answers.date(version.created()));
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        Page<MachineVersion> page = Page.of(parameters, "versions:" + arn, DEFAULT_PAGE, 1024);
        RegisteredMachine machine = region.machines().unqualified(arn);
        ObjectNode answer = Answers.empty();
        ArrayNode versions = answer.putArray("stateMachineVersions");
        page.show(
                machine.versions(),
                MachineVersion::number,
                true,
                answer,
                version ->
                        versions.addObject()
                                .put("stateMachineVersionArn", version.arn())
                                .put("creationDate", Answers.date(version.created())));
        return answer;
    }

    private static ObjectNode delete(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineVersionArn");
        parameters.check();
        region.machines().deleteVersion(arn);
        return Answers.empty();
    }
}

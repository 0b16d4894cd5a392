package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.VariableReferences;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.region.Executions;
import dev.statecraft.region.MachineVersion;
import dev.statecraft.region.Machines;
import dev.statecraft.region.Region;
import dev.statecraft.region.RegisteredMachine;
import dev.statecraft.region.Revision;
import dev.statecraft.region.ServiceError;
import dev.statecraft.region.StatesArn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creating, changing, describing and listing state machines. */
final class MachineActions {
    private static final int DEFAULT_PAGE = 100;

    private MachineActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "CreateStateMachine", Action.of(MachineActions::create),
                "UpdateStateMachine", Action.of(MachineActions::update),
                "DescribeStateMachine", Action.of(MachineActions::describe),
                "DescribeStateMachineForExecution", Action.of(MachineActions::describeForExecution),
                "DeleteStateMachine", Action.of(MachineActions::delete),
                "ListStateMachines", Action.of(MachineActions::list),
                "ValidateStateMachineDefinition",
                        Action.of((region, parameters) -> Definitions.validate(parameters)));
    }

    private static ObjectNode create(Region region, Parameters parameters) {
        String name = parameters.requiredText("name", 1, 80);
        String definition = parameters.requiredText("definition", 1, Definitions.MAX_BYTES);
        String role = parameters.arn("roleArn");
        StateMachineType type =
                parameters
                        .choice("type", StateMachineType.class, List.of("STANDARD", "EXPRESS"))
                        .orElse(StateMachineType.STANDARD);
        boolean publish = parameters.flag("publish").orElse(false);
        Optional<String> description = parameters.text("versionDescription", 0, 256);
        Map<String, String> tags = TagActions.read(parameters);
        Optional<ObjectNode> logging = parameters.object("loggingConfiguration");
        Optional<ObjectNode> tracing = parameters.object("tracingConfiguration");
        Optional<ObjectNode> encryption = parameters.object("encryptionConfiguration");
        parameters.check();

        Names.checked(name);
        Roles.check(role);
        var revision =
                new Revision(
                        definition,
                        Definitions.machine(definition, type),
                        type,
                        role,
                        Configurations.logging(logging),
                        Configurations.tracing(tracing),
                        Configurations.encryption(encryption),
                        Optional.empty(),
                        region.clock().instant());
        Machines.Change made = region.machines().create(name, revision, publish, description);
        if (!tags.isEmpty()) {
            region.tags().put(made.machine().arn(), tags);
        }
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", made.machine().arn());
        answer.put("creationDate", Answers.date(made.machine().created()));
        made.version().ifPresent(it -> answer.put("stateMachineVersionArn", it.arn()));
        return answer;
    }

    private static ObjectNode update(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        Optional<String> definition = parameters.text("definition", 1, Definitions.MAX_BYTES);
        Optional<String> role = parameters.text("roleArn", 1, 256);
        boolean publish = parameters.flag("publish").orElse(false);
        Optional<String> description = parameters.text("versionDescription", 0, 256);
        Optional<ObjectNode> logging = parameters.object("loggingConfiguration");
        Optional<ObjectNode> tracing = parameters.object("tracingConfiguration");
        Optional<ObjectNode> encryption = parameters.object("encryptionConfiguration");
        parameters.check();

        RegisteredMachine machine = region.machines().unqualified(arn);
        if (definition.isEmpty()
                && role.isEmpty()
                && logging.isEmpty()
                && tracing.isEmpty()
                && encryption.isEmpty()) {
            throw new ServiceError(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be"
                            + " specified");
        }
        role.ifPresent(Roles::check);
        Revision old = machine.revision();
        var revision =
                new Revision(
                        definition.orElse(old.definition()),
                        definition.isPresent()
                                ? Definitions.machine(definition.get(), old.type())
                                : old.machine(),
                        old.type(),
                        role.orElse(old.roleArn()),
                        logging.isPresent() ? Configurations.logging(logging) : old.logging(),
                        tracing.isPresent() ? Configurations.tracing(tracing) : old.tracing(),
                        encryption.isPresent()
                                ? Configurations.encryption(encryption)
                                : old.encryption(),
                        old.id(),
                        region.clock().instant());
        Machines.Change made = region.machines().update(machine, revision, publish, description);
        ObjectNode answer = Answers.empty();
        answer.put("updateDate", Answers.date(made.revision().date()));
        made.revision().id().ifPresent(it -> answer.put("revisionId", it));
        made.version().ifPresent(it -> answer.put("stateMachineVersionArn", it.arn()));
        return answer;
    }

    private static ObjectNode describe(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        Optional<Visibility> data = includedData(parameters);
        parameters.check();
        if (StatesArn.parse(arn, "stateMachine").qualifier().isPresent()) {
            MachineVersion version = region.machines().version(arn);
            ObjectNode answer =
                    described(
                            arn,
                            region.machines().owner(arn).name(),
                            version.revision(),
                            version.created(),
                            data);
            version.description().ifPresent(it -> answer.put("description", it));
            return answer;
        }
        RegisteredMachine machine = region.machines().unqualified(arn);
        return described(arn, machine.name(), machine.revision(), machine.created(), data);
    }

    private static ObjectNode described(
            String arn,
            String name,
            Revision revision,
            Instant created,
            Optional<Visibility> data) {
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", arn);
        answer.put("name", name);
        answer.put("status", "ACTIVE");
        answer.put("type", revision.type().name());
        answer.put("creationDate", Answers.date(created));
        addRevision(answer, revision, data);
        return answer;
    }

    private static void addRevision(
            ObjectNode answer, Revision revision, Optional<Visibility> data) {
        boolean all = data.orElse(Visibility.ALL_DATA) == Visibility.ALL_DATA;
        answer.put("definition", all ? revision.definition() : "{}");
        answer.put("roleArn", revision.roleArn());
        answer.set("loggingConfiguration", revision.logging());
        answer.set("tracingConfiguration", revision.tracing());
        answer.set("encryptionConfiguration", revision.encryption());
        revision.id().ifPresent(it -> answer.put("revisionId", it));
        Map<String, Set<String>> references = VariableReferences.of(revision.definition());
        if (all && !references.isEmpty()) {
            ObjectNode byState = answer.putObject("variableReferences");
            references.forEach(
                    (state, names) -> {
                        ArrayNode list = byState.putArray(state);
                        names.forEach(list::add);
                    });
        }
    }

    private static ObjectNode describeForExecution(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        Optional<Visibility> data = includedData(parameters);
        parameters.check();
        Executions.Found found = region.executions().describable(arn);
        String machineArn = found.read(it -> it.request().stateMachineArn());
        String name = found.read(it -> it.request().stateMachineName());
        Revision revision = region.executions().revisionOf(found);
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", machineArn);
        answer.put("name", name);
        answer.put("updateDate", Answers.date(revision.date()));
        found.read(Execution::mapRunArn)
                .ifPresent(
                        it ->
                                answer.put("mapRunArn", it)
                                        .put("label", name.substring(name.indexOf('/') + 1)));
        addRevision(answer, revision, data);
        return answer;
    }

    /** What the caller may see: everything, or only what no key protects. */
    enum Visibility {
        ALL_DATA,
        METADATA_ONLY
    }

    static Optional<Visibility> includedData(Parameters parameters) {
        return parameters.choice(
                "includedData", Visibility.class, List.of("ALL_DATA", "METADATA_ONLY"));
    }

    private static ObjectNode delete(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        parameters.check();
        StatesArn.parse(arn, "stateMachine");
        region.delete(arn);
        return Answers.empty();
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        Page<RegisteredMachine> page = Page.of(parameters, "machines", DEFAULT_PAGE, 1024);
        ObjectNode answer = Answers.empty();
        ArrayNode machines = answer.putArray("stateMachines");
        page.show(
                region.machines().all(),
                RegisteredMachine::sequence,
                false,
                answer,
                machine ->
                        machines.addObject()
                                .put("stateMachineArn", machine.arn())
                                .put("name", machine.name())
                                .put("type", machine.type().name())
                                .put("creationDate", Answers.date(machine.created())));
        return answer;
    }
}

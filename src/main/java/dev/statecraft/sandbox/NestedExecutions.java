package dev.statecraft.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Quotas;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.TaskOutcome;
import dev.statecraft.engine.TaskRequest;
import dev.statecraft.engine.TaskSignals;
import dev.statecraft.engine.Timeline;
import dev.statecraft.query.RandomSource;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step Functions called from a task: starting executions, waiting for their end, and answering task tokens.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start executions, read
 *     2026-11</a>
 */
final class NestedExecutions implements SimulatedService {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation;
    private final Timeline timeline;
    private final Directory directory;
    private final RandomSource random;
    private final Map<String, String> jobs = new LinkedHashMap<>();

    NestedExecutions(
            Simulation simulation, Timeline timeline, Directory directory, RandomSource random) {
        this.simulation = simulation;
        this.timeline = timeline;
        this.directory = directory;
        this.random = random;
    }

    @Override
    public Set<String> services() {
        return Set.of("states", "aws-sdk:sfn");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        return switch (call.resource().action()) {
            case "startExecution" -> start(call, false);
            case "startSyncExecution" -> start(call, true);
            case "sendTaskSuccess" ->
                    report(
                            call,
                            signals ->
                                    signals.succeeded(
                                            call.text("TaskToken"),
                                            parsed(call.parameters().path("Output"))));
            case "sendTaskFailure" ->
                    report(
                            call,
                            signals ->
                                    signals.failed(
                                            call.text("TaskToken"),
                                            optional(call, "Error"),
                                            optional(call, "Cause")));
            case "sendTaskHeartbeat" ->
                    report(call, signals -> signals.heartbeat(call.text("TaskToken")));
            case "describeExecution" -> describe(call);
            case "stopExecution" -> stop(call);
            default ->
                    ServiceAnswer.failed(
                            "States.TaskFailed",
                            "This sandbox does not simulate sfn:" + call.resource().action() + ".");
        };
    }

    private static boolean isSdk(ServiceCall call) {
        return call.resource().service().startsWith("aws-sdk:");
    }

    private ServiceAnswer start(ServiceCall call, boolean synchronous) {
        String arn = call.text("StateMachineArn");
        Optional<Directory.Machine> found = directory.stateMachine(arn);
        if (found.isEmpty()) {
            return failed(
                    call,
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + arn + "'");
        }
        Directory.Machine machine = found.get();
        if (synchronous && machine.type() != StateMachineType.EXPRESS) {
            return failed(
                    call,
                    "StateMachineTypeNotSupported",
                    "This operation is not supported by this type of state machine");
        }
        String name = optional(call, "Name").orElseGet(() -> random.nextUuid().toString());
        String childArn = arnOf(machine, name);
        if (simulation.execution(childArn).isPresent()) {
            return failed(
                    call, "ExecutionAlreadyExists", "Execution Already Exists: '" + childArn + "'");
        }
        JsonNode input;
        try {
            input = input(call.parameters().path("Input"));
        } catch (JsonProcessingException e) {
            return failed(
                    call,
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + e.getOriginalMessage() + "'");
        }
        Execution child = simulation.start(request(machine, name, childArn, input));
        return new ServiceAnswer.Child(
                started(call, child, childArn),
                childArn,
                !call.task().resource().endsWith(".sync:2"));
    }

    private ExecutionRequest request(
            Directory.Machine machine, String name, String arn, JsonNode input) {
        return new ExecutionRequest(
                machine.definition(),
                machine.name(),
                machine.arn(),
                name,
                arn,
                machine.type(),
                machine.roleArn(),
                Account.REGION,
                input,
                Optional.empty(),
                random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE),
                Quotas.of(machine.type()));
    }

    private String arnOf(Directory.Machine machine, String name) {
        return switch (machine.type()) {
            case STANDARD -> machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
            case EXPRESS ->
                    machine.arn().replace(":stateMachine:", ":express:")
                            + ":"
                            + name
                            + ":"
                            + random.nextUuid();
        };
    }

    /** No input, or null, is an empty object; a text is JSON. */
    private static JsonNode input(JsonNode given) throws JsonProcessingException {
        if (given.isMissingNode() || given.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        return given.isTextual() ? JSON.readTree(given.textValue()) : given;
    }

    private static JsonNode started(ServiceCall call, Execution child, String arn) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("ExecutionArn", arn);
        if (isSdk(call)) {
            response.put("StartDate", child.startDate().toString());
            return response;
        }
        SdkMetadata.addTo(response, call);
        response.put("StartDate", child.startDate().toEpochMilli());
        return response;
    }

    /** What becomes of a task that started {@code child}. */
    TaskOutcome outcome(ServiceAnswer.Child child, ResourceArn resource, TaskRequest task) {
        boolean waits =
                resource.pattern() == ResourceArn.Pattern.RUN_A_JOB
                        || resource.action().equals("startSyncExecution");
        if (resource.pattern() == ResourceArn.Pattern.WAIT_FOR_TASK_TOKEN) {
            return new TaskOutcome.Submitted(child.response(), Duration.ZERO, false);
        }
        if (!waits) {
            return new TaskOutcome.Succeeded(child.response(), Duration.ZERO);
        }
        jobs.put(task.taskToken(), child.executionArn());
        boolean synchronous = resource.action().equals("startSyncExecution");
        simulation.whenEnded(
                child.executionArn(),
                execution -> ended(execution, child.textual(), task, synchronous));
        return synchronous
                ? new TaskOutcome.Silent()
                : new TaskOutcome.Submitted(child.response(), Duration.ZERO, false);
    }

    /** @param synchronous true if the end is the answer to the call, whatever it is */
    private void ended(Execution child, boolean textual, TaskRequest task, boolean synchronous) {
        if (jobs.remove(task.taskToken()) == null) {
            return;
        }
        JsonNode description = description(child, textual);
        boolean succeeded = synchronous || child.status() == ExecutionStatus.SUCCEEDED;
        // Not at once: the child is still closing its history.
        timeline.soon(
                () -> {
                    if (succeeded) {
                        simulation.succeeded(task.taskToken(), description);
                    } else {
                        simulation.failed(
                                task.taskToken(),
                                Optional.of("States.TaskFailed"),
                                Optional.of(description.toString()));
                    }
                });
    }

    private static ObjectNode description(Execution execution, boolean textual) {
        ObjectNode description = JsonNodeFactory.instance.objectNode();
        execution.cause().ifPresent(it -> description.put("Cause", it));
        execution.error().ifPresent(it -> description.put("Error", it));
        description.put("ExecutionArn", execution.request().executionArn());
        value(description, "Input", execution.request().input(), textual);
        description.put("Name", execution.request().name());
        execution.output().ifPresent(it -> value(description, "Output", it, textual));
        description.put("StartDate", execution.startDate().toEpochMilli());
        description.put("StateMachineArn", execution.request().stateMachineArn());
        description.put("Status", execution.status().name());
        execution
                .stopDate()
                .map(Instant::toEpochMilli)
                .ifPresent(it -> description.put("StopDate", it));
        return description;
    }

    private static void value(ObjectNode to, String field, JsonNode value, boolean textual) {
        if (textual) {
            to.put(field, value.toString());
        } else {
            to.set(field, value);
        }
        to.putObject(field + "Details").put("Included", true);
    }

    /** The task no longer waits; the service stops a job that nobody waits for. */
    void abandon(String taskToken) {
        String child = jobs.remove(taskToken);
        if (child != null) {
            simulation.stop(child, Optional.empty(), Optional.empty());
        }
    }

    private ServiceAnswer report(
            ServiceCall call, java.util.function.Consumer<TaskSignals> report) {
        if (!simulation.isPending(call.text("TaskToken"))) {
            return failed(call, "InvalidToken", "Invalid Token: 'Invalid token'");
        }
        // Not at once: the task may belong to another branch of the execution that is acting now.
        timeline.soon(() -> report.accept(simulation));
        return ServiceAnswer.returned(JsonNodeFactory.instance.objectNode());
    }

    private ServiceAnswer describe(ServiceCall call) {
        String arn = call.text("ExecutionArn");
        return simulation
                .execution(arn)
                .map(it -> ServiceAnswer.returned(description(it, true)))
                .orElseGet(
                        () ->
                                failed(
                                        call,
                                        "ExecutionDoesNotExist",
                                        "Execution Does Not Exist: '" + arn + "'"));
    }

    private ServiceAnswer stop(ServiceCall call) {
        String arn = call.text("ExecutionArn");
        if (simulation.execution(arn).isEmpty()) {
            return failed(call, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        timeline.soon(() -> simulation.stop(arn, optional(call, "Error"), optional(call, "Cause")));
        return ServiceAnswer.returned(
                JsonNodeFactory.instance.objectNode().put("StopDate", call.at().toString()));
    }

    private static JsonNode parsed(JsonNode output) {
        if (!output.isTextual()) {
            return output;
        }
        try {
            return JSON.readTree(output.textValue());
        } catch (JsonProcessingException e) {
            return output;
        }
    }

    private static Optional<String> optional(ServiceCall call, String field) {
        return Optional.ofNullable(call.parameters().path(field).textValue());
    }

    private static ServiceAnswer failed(ServiceCall call, String code, String message) {
        return isSdk(call)
                ? ServiceAnswer.failed(
                        "Sfn." + code + "Exception",
                        message + " (Service: Sfn, Status Code: 400) (SDK Attempt Count: 1)")
                : ServiceAnswer.failed(
                        "StepFunctions." + code + "Exception",
                        message
                                + " (Service: AWSStepFunctions; Status Code: 400; Error Code: "
                                + code
                                + "; Proxy: null)");
    }
}

package dev.statecraft.sandbox.services;

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
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.query.RandomSource;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Directory;
import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;

import java.time.Duration;
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
public final class NestedExecutions implements SimulatedService {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation;
    private final Timeline timeline;
    private final Directory directory;
    private final RandomSource random;
    private final boolean shared;
    private final TaskReports reports;
    private final ExecutionCalls others;
    private final Map<String, String> jobs = new LinkedHashMap<>();

    /** @param shared true if somebody outside may hold task tokens */
    public NestedExecutions(
            Simulation simulation,
            Timeline timeline,
            Directory directory,
            RandomSource random,
            boolean shared) {
        this.simulation = simulation;
        this.timeline = timeline;
        this.directory = directory;
        this.random = random;
        this.shared = shared;
        this.reports = new TaskReports(simulation);
        this.others = new ExecutionCalls(simulation);
    }

    @Override
    public Set<String> services() {
        return Set.of("states", "aws-sdk:sfn");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        return switch (call.resource().action()) {
            case "startExecution", "startSyncExecution" -> start(call);
            case "sendTaskSuccess" -> reports.success(call);
            case "sendTaskFailure" -> reports.failure(call);
            case "sendTaskHeartbeat" -> reports.heartbeat(call);
            case "getActivityTask" -> reports.takeActivityTask(call);
            case "describeExecution" -> others.describe(call);
            case "stopExecution" -> others.stop(call);
            case "redriveExecution" -> others.redrive(call);
            default ->
                    ServiceAnswer.failed(
                            "States.TaskFailed",
                            "This sandbox does not simulate sfn:" + call.resource().action() + ".");
        };
    }

    private static boolean isSynchronous(ResourceArn resource) {
        return resource.action().equals("startSyncExecution");
    }

    private ServiceAnswer start(ServiceCall call) {
        String arn = call.text("StateMachineArn");
        Optional<Directory.Machine> found = directory.stateMachine(arn);
        if (found.isEmpty()) {
            return SfnErrors.failed(
                    call,
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + arn + "'");
        }
        Directory.Machine machine = found.get();
        boolean waitsForJob = call.resource().pattern() == ResourceArn.Pattern.RUN_A_JOB;
        if (isSynchronous(call.resource()) == (machine.type() == StateMachineType.STANDARD)
                && (isSynchronous(call.resource()) || waitsForJob)) {
            // An Express execution cannot be watched from outside, so .sync would never hear of its
            // end.
            return SfnErrors.failed(
                    call,
                    "StateMachineTypeNotSupported",
                    "This operation is not supported by this type of state machine");
        }
        try {
            return start(call, machine, input(call.parameters().path("Input")));
        } catch (JsonProcessingException e) {
            return SfnErrors.failed(
                    call,
                    "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + e.getOriginalMessage() + "'");
        }
    }

    private ServiceAnswer start(ServiceCall call, Directory.Machine machine, JsonNode input) {
        String name =
                Optional.ofNullable(call.parameters().path("Name").textValue())
                        .orElseGet(() -> random.nextUuid().toString());
        String arn = arnOf(machine, name);
        Optional<Execution> existing = simulation.execution(arn);
        boolean same =
                existing.filter(it -> it.status() == ExecutionStatus.RUNNING)
                        .filter(it -> it.request().input().equals(input))
                        .isPresent();
        if (existing.isPresent() && !same) {
            return SfnErrors.failed(
                    call, "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
        }
        Execution child =
                existing.orElseGet(() -> simulation.start(request(machine, name, arn, input)));
        if (machine.runsTwice() && !isSynchronous(call.resource())) {
            simulation.startAgain(child.request());
        }
        return new ServiceAnswer.Child(
                started(call, child), arn, !call.task().resource().endsWith(".sync:2"));
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

    private static JsonNode started(ServiceCall call, Execution child) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("ExecutionArn", child.request().executionArn());
        if (SfnErrors.isSdk(call)) {
            response.put("StartDate", child.startDate().toString());
            return response;
        }
        SdkMetadata.addTo(response, call);
        response.put("StartDate", child.startDate().toEpochMilli());
        return response;
    }

    /** What becomes of a task that started {@code child}. */
    public TaskOutcome outcome(ServiceAnswer.Child child, ResourceArn resource, TaskRequest task) {
        if (resource.pattern() == ResourceArn.Pattern.WAIT_FOR_TASK_TOKEN) {
            return new TaskOutcome.Submitted(child.response(), Duration.ZERO, shared);
        }
        boolean synchronous = isSynchronous(resource);
        if (resource.pattern() != ResourceArn.Pattern.RUN_A_JOB && !synchronous) {
            return new TaskOutcome.Succeeded(child.response(), Duration.ZERO);
        }
        jobs.put(task.taskToken(), child.executionArn());
        simulation.whenEnded(
                child.executionArn(),
                execution -> {
                    if (jobs.remove(task.taskToken()) != null) {
                        // Not at once: the child is still closing its history.
                        timeline.soon(
                                () -> {
                                    if (synchronous) {
                                        answered(execution, task);
                                    } else {
                                        done(execution, child.textual(), task);
                                    }
                                });
                    }
                });
        return synchronous
                ? new TaskOutcome.Silent()
                : new TaskOutcome.Submitted(child.response(), Duration.ZERO, false);
    }

    /** The end of the child is the answer to the call, whatever it is. */
    private void answered(Execution child, TaskRequest task) {
        simulation.succeeded(task.taskToken(), ExecutionDescription.ofSyncStart(child));
    }

    private void done(Execution child, boolean textual, TaskRequest task) {
        ObjectNode description = ExecutionDescription.ofJob(child, textual);
        if (child.status() == ExecutionStatus.SUCCEEDED) {
            simulation.succeeded(task.taskToken(), description);
        } else {
            simulation.failed(
                    task.taskToken(),
                    Optional.of("States.TaskFailed"),
                    Optional.of(description.toString()));
        }
    }

    /** The task no longer waits; the service stops a job that nobody waits for. */
    public void abandon(String taskToken) {
        String child = jobs.remove(taskToken);
        if (child != null) {
            simulation.stop(child, Optional.empty(), Optional.empty());
        }
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.StateMachineType;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.region.Executions;
import dev.statecraft.region.LiveExecution;
import dev.statecraft.region.Region;
import dev.statecraft.region.RegisteredMachine;
import dev.statecraft.region.ServiceError;
import dev.statecraft.region.StatesArn;
import dev.statecraft.sandbox.services.ExpressBilling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starting, stopping, describing and listing executions, and reading their histories. */
final class ExecutionActions {
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_INPUT = 262_144;

    private static final List<String> STATUSES =
            List.of("SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    private ExecutionActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "StartExecution", Action.of(ExecutionActions::start),
                "StartSyncExecution", ExecutionActions::startSync,
                "StopExecution", Action.of(ExecutionActions::stop),
                "DescribeExecution", Action.of(ExecutionActions::describe),
                "ListExecutions", Action.of(ExecutionActions::list),
                "GetExecutionHistory", Action.of(ExecutionActions::history));
    }

    private record Start(String machineArn, Optional<String> name, Optional<String> input) {
        static Start of(Parameters parameters) {
            var start =
                    new Start(
                            parameters.arn("stateMachineArn"),
                            parameters.text("name", 1, 80),
                            parameters.text("input", 0, MAX_INPUT));
            parameters.text("traceHeader", 0, 256);
            parameters.check();
            start.name.ifPresent(Names::checked);
            return start;
        }
    }

    private static ObjectNode start(Region region, Parameters parameters) {
        Start start = Start.of(parameters);
        LiveExecution live = region.executions().start(start.machineArn, start.name, start.input);
        return Answers.empty()
                .put("executionArn", live.arn())
                .put("startDate", Answers.date(live.startDate()));
    }

    private static CompletionStage<ObjectNode> startSync(Region region, Parameters parameters) {
        Start start = Start.of(parameters);
        return region.executions()
                .startSync(start.machineArn, start.name, start.input)
                .ended()
                .thenApply(live -> live.read(ExecutionActions::synchronous));
    }

    private static ObjectNode synchronous(Execution execution) {
        ObjectNode answer = Answers.empty();
        answer.put("executionArn", execution.request().executionArn());
        answer.put("stateMachineArn", execution.request().stateMachineArn());
        addOutcome(answer, execution);
        ExpressBilling billing = ExpressBilling.of(execution);
        answer.putObject("billingDetails")
                .put("billedMemoryUsedInMB", billing.memoryMegabytes())
                .put("billedDurationInMilliseconds", billing.durationMillis());
        return answer;
    }

    private static void addOutcome(ObjectNode answer, Execution execution) {
        answer.put("name", execution.request().name());
        answer.put("startDate", Answers.date(execution.startDate()));
        execution.stopDate().ifPresent(it -> answer.put("stopDate", Answers.date(it)));
        answer.put("status", execution.status().name());
        answer.put("input", execution.history().text(execution.request().input()));
        answer.putObject("inputDetails").put("included", true);
        execution
                .output()
                .ifPresent(
                        it -> {
                            answer.put("output", execution.history().text(it));
                            answer.putObject("outputDetails").put("included", true);
                        });
        execution.error().ifPresent(it -> answer.put("error", it));
        execution.cause().ifPresent(it -> answer.put("cause", it));
    }

    private static ObjectNode stop(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        Optional<String> error = parameters.text("error", 0, 256);
        Optional<String> cause = parameters.text("cause", 0, 32_768);
        parameters.check();
        Executions.Found found = region.executions().get(arn);
        region.executions().stop(found, error, cause);
        return Answers.empty()
                .put(
                        "stopDate",
                        Answers.date(
                                found.read(it -> it.stopDate().orElse(region.clock().instant()))));
    }

    private static ObjectNode describe(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        MachineActions.includedData(parameters);
        parameters.check();
        Executions.Found found = region.executions().describable(arn);
        return found.read(execution -> described(found.live(), execution));
    }

    private static ObjectNode described(LiveExecution live, Execution execution) {
        ObjectNode answer = Answers.empty();
        answer.put("executionArn", execution.request().executionArn());
        answer.put("stateMachineArn", execution.request().stateMachineArn());
        addOutcome(answer, execution);
        if (live.arn().equals(execution.request().executionArn())) {
            live.versionArn().ifPresent(it -> answer.put("stateMachineVersionArn", it));
            live.aliasArn().ifPresent(it -> answer.put("stateMachineAliasArn", it));
        }
        execution.mapRunArn().ifPresent(it -> answer.put("mapRunArn", it));
        RedriveActions.addRedrive(answer, execution);
        return answer;
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        Optional<String> machineArn = parameters.text("stateMachineArn", 1, 256);
        Optional<String> mapRunArn = parameters.text("mapRunArn", 1, 2000);
        Optional<ListedStatus> status =
                parameters.choice("statusFilter", ListedStatus.class, STATUSES);
        Optional<RedriveFilter> redriven =
                parameters.choice(
                        "redriveFilter", RedriveFilter.class, List.of("REDRIVEN", "NOT_REDRIVEN"));
        if (machineArn.isPresent() == mapRunArn.isPresent()) {
            throw ServiceError.validation(
                    "Either a state machine ARN or a Map Run ARN must be specified.");
        }
        if (mapRunArn.isPresent()) {
            return MapRunActions.children(region, parameters, mapRunArn.get(), status, redriven);
        }
        String arn = machineArn.get();
        Page<Executions.Listed> page = Page.of(parameters, "executions:" + arn, DEFAULT_PAGE, 3096);
        RegisteredMachine machine = region.machines().owner(arn);
        if (machine.type() == StateMachineType.EXPRESS) {
            throw new ServiceError(
                    "StateMachineTypeNotSupported",
                    "This operation is not supported by this type of state machine");
        }
        boolean qualified = StatesArn.parse(arn).qualifier().isPresent();
        List<Executions.Listed> shown =
                region.executions().of(machine).stream()
                        .filter(it -> !qualified || isOf(it, arn))
                        .filter(it -> it.found().read(execution -> hasStatus(execution, status)))
                        .filter(
                                it ->
                                        it.found()
                                                .read(
                                                        execution ->
                                                                isRedriveListed(
                                                                        execution, redriven)))
                        .toList();
        ObjectNode answer = Answers.empty();
        ArrayNode executions = answer.putArray("executions");
        page.show(
                shown,
                Executions.Listed::place,
                true,
                answer,
                listed -> {
                    ObjectNode item = listed.found().read(ExecutionActions::listed);
                    if (listed.isOutermost()) {
                        LiveExecution live = listed.found().live();
                        live.versionArn().ifPresent(it -> item.put("stateMachineVersionArn", it));
                        live.aliasArn().ifPresent(it -> item.put("stateMachineAliasArn", it));
                    }
                    executions.add(item);
                });
        return answer;
    }

    static boolean isRedriveListed(Execution execution, Optional<RedriveFilter> filter) {
        return filter.isEmpty()
                || (filter.get() == RedriveFilter.REDRIVEN) == (execution.redriveCount() > 0);
    }

    private static boolean hasStatus(Execution execution, Optional<ListedStatus> status) {
        return status.map(ListedStatus::name).map(execution.status().name()::equals).orElse(true);
    }

    /** What {@code redriveFilter} may be. */
    enum RedriveFilter {
        REDRIVEN,
        NOT_REDRIVEN
    }

    /** What {@code statusFilter} may be. */
    enum ListedStatus {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED,
        PENDING_REDRIVE
    }

    private static boolean isOf(Executions.Listed listed, String qualifiedArn) {
        LiveExecution live = listed.found().live();
        return listed.isOutermost()
                && (live.versionArn().equals(Optional.of(qualifiedArn))
                        || live.aliasArn().equals(Optional.of(qualifiedArn)));
    }

    static ObjectNode listed(Execution execution) {
        ObjectNode item = Answers.empty();
        item.put("executionArn", execution.request().executionArn());
        item.put("stateMachineArn", execution.request().stateMachineArn());
        item.put("name", execution.request().name());
        item.put("status", execution.status().name());
        item.put("startDate", Answers.date(execution.startDate()));
        execution.stopDate().ifPresent(it -> item.put("stopDate", Answers.date(it)));
        item.put("redriveCount", execution.redriveCount());
        execution.redriveDate().ifPresent(it -> item.put("redriveDate", Answers.date(it)));
        return item;
    }

    private static ObjectNode history(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        boolean reversed = parameters.flag("reverseOrder").orElse(false);
        boolean data = parameters.flag("includeExecutionData").orElse(true);
        Page<HistoryEvent> page =
                Page.of(parameters, (reversed ? "reversed:" : "events:") + arn, DEFAULT_PAGE, 1024);
        Executions.Found found = region.executions().get(arn);
        return found.read(
                execution -> {
                    List<HistoryEvent> events = new ArrayList<>(execution.history().events());
                    if (reversed) {
                        Collections.reverse(events);
                    }
                    var json = new HistoryJson(execution.history());
                    ObjectNode answer = Answers.empty();
                    ArrayNode shown = answer.putArray("events");
                    page.show(
                            events,
                            HistoryEvent::id,
                            reversed,
                            answer,
                            event ->
                                    shown.add(data ? json.of(event) : withoutData(json.of(event))));
                    return answer;
                });
    }

    private static ObjectNode withoutData(ObjectNode event) {
        event.properties()
                .forEach(
                        field -> {
                            if (field.getValue() instanceof ObjectNode details) {
                                details.remove(
                                        List.of(
                                                "input",
                                                "output",
                                                "parameters",
                                                "assignedVariables"));
                            }
                        });
        return event;
    }
}

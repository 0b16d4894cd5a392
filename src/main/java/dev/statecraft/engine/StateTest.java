package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.State;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.query.QueryFailure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Executes a single state by itself, as TestState does: with given variables and Context object, and perhaps a mocked result or
 * error in place of its work.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">TestState, read 2026-11</a>
 */
public final class StateTest {
    /** What the state is called while it is tested. */
    public static final String STATE_NAME = "StateName";

    private final State state;
    private final StateTestSetup setup;
    private final Branch branch;
    private final Inspection inspection;
    private final StateScope scope;
    private final TaskRuntime runtime;

    private StateTest(
            State state, ExecutionRequest request, StateTestSetup setup, TaskRuntime runtime) {
        this.state = state;
        this.setup = setup;
        this.runtime = runtime;
        this.inspection = new Inspection(setup.context());
        var timeline = new Timeline(setup.now());
        var simulation = new Simulation(timeline, runtime, request.seed());
        var execution = new RunningExecution(request, simulation, timeline);
        Variables variables = Variables.none();
        variables.assign(setup.variables());
        this.branch =
                new Branch(
                        execution,
                        request.stateMachine().states(),
                        variables,
                        request.input(),
                        null,
                        0,
                        0);
        branch.entered(2, setup.now(), StateEvents.retriers(state).size());
        if (state instanceof TaskState task && TaskEvents.of(task.resource()).waitsForToken()) {
            branch.prepareTask(simulation.newTaskToken());
        }
        this.scope = StateScope.of(branch).inspectedBy(inspection);
    }

    /** @param request the state machine in it consists of the state alone, named {@link #STATE_NAME} */
    public static StateTestReport run(
            ExecutionRequest request, StateTestSetup setup, TaskRuntime runtime) {
        State state = request.stateMachine().states().start();
        return new StateTest(state, request, setup, runtime).run();
    }

    private StateTestReport run() {
        try {
            return follow(Interpreter.enter(state, scope));
        } catch (QueryFailure failure) {
            return failed(
                    Failure.of(
                            failure.errorName(),
                            "An error occurred while executing the state '"
                                    + state.name()
                                    + "' (entered at the event id #2). "
                                    + failure.causeText()));
        }
    }

    private StateTestReport follow(Step step) {
        return switch (step) {
            case Step.Advance advance -> succeeded(advance);
            case Step.SleepUntil sleep ->
                    succeeded(
                            Interpreter.resume(state, scope, JsonNodeFactory.instance.nullNode()));
            case Step.Invoke invoke -> worked(() -> invoke(invoke));
            case Step.Fork fork -> worked(StateTest::nothing);
            case Step.Iterate iterate -> {
                noteItems((MapState) state, scope.withInput(iterate.effectiveInput()));
                yield worked(StateTest::nothing);
            }
            case Step.StartMapRun start -> {
                noteItems((MapState) state, scope.withInput(start.effectiveInput()));
                yield worked(StateTest::nothing);
            }
            case Step.Succeed succeed ->
                    succeeded(new Step.Advance(Transition.END, succeed.output(), Map.of()));
            case Step.Fail fail -> failed(fail.failure());
        };
    }

    private static TaskOutcome nothing() {
        throw new IllegalStateException("A Map or Parallel state is tested with a mock only.");
    }

    private interface Work {
        TaskOutcome outcome();
    }

    /** The state's work is mocked, or done by the runtime. */
    private StateTestReport worked(Work work) {
        if (setup.failedIterations().isPresent() && setup.mockedError().isEmpty()) {
            Optional<Failure> tooMany = tooManyFailures(setup.failedIterations().getAsInt());
            if (tooMany.isPresent()) {
                return failed(tooMany.get());
            }
        }
        if (setup.mockedError().isPresent()) {
            StateTestSetup.MockedError error = setup.mockedError().get();
            return failed(Failure.ofTask(error.error(), error.cause()));
        }
        if (setup.mockedResult().isPresent()) {
            return finished(setup.mockedResult().get());
        }
        return switch (work.outcome()) {
            case TaskOutcome.Succeeded succeeded -> finished(succeeded.output());
            case TaskOutcome.Failed failed ->
                    failed(Failure.ofTask(failed.error(), failed.cause()));
            case TaskOutcome.Submitted submitted -> failed(Failure.timeout());
            case TaskOutcome.Queued queued -> failed(Failure.timeout());
            case TaskOutcome.TimesOut timesOut -> failed(Failure.timeout());
            case TaskOutcome.Silent silent -> failed(Failure.timeout());
        };
    }

    private TaskOutcome invoke(Step.Invoke invoke) {
        if (branch.taskToken().isEmpty()) {
            // A request carries a token even where nothing shows it.
            branch.prepareTask(branch.execution().simulation().newTaskToken());
        }
        TaskRequest task = TaskAttempt.requestOf(branch, invoke);
        Optional<String> refusal =
                IntegrationParameters.refusal(task).or(() -> runtime.refusal(task));
        if (refusal.isPresent()) {
            throw new QueryFailure(ErrorName.RUNTIME, refusal.get());
        }
        return runtime.start(task);
    }

    private StateTestReport finished(JsonNode result) {
        inspection.note("result", result);
        return succeeded(Interpreter.resume(state, scope, result));
    }

    private StateTestReport succeeded(Step.Advance advance) {
        return new StateTestReport(
                StateTestReport.Status.SUCCEEDED,
                Optional.of(advance.output()),
                Optional.empty(),
                Optional.empty(),
                next(advance),
                inspection.stages(),
                variablesWith(advance),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Optional<String> next(Step.Advance advance) {
        return advance.transition() instanceof Transition.Next to
                ? Optional.of(to.state())
                : Optional.empty();
    }

    private Map<String, JsonNode> variablesWith(Step.Advance advance) {
        Map<String, JsonNode> variables = new LinkedHashMap<>(setup.variables());
        variables.putAll(advance.assigned());
        return variables;
    }

    private StateTestReport failed(Failure failure) {
        List<Retrier> retriers = StateEvents.retriers(state);
        OptionalInt retrier = OptionalInt.empty();
        for (int i = 0; i < retriers.size() && retrier.isEmpty(); i++) {
            if (ErrorName.matches(retriers.get(i).errorEquals(), failure)) {
                retrier = OptionalInt.of(i);
            }
        }
        if (retrier.isPresent()
                && setup.retriesUsed() < retriers.get(retrier.getAsInt()).maxAttempts()) {
            double interval =
                    RetryDelay.longest(setup.retriesUsed() + 1, retriers.get(retrier.getAsInt()));
            return failure(
                    StateTestReport.Status.RETRIABLE, failure, retrier, Optional.of(interval));
        }
        List<Catcher> catchers = StateEvents.catchers(state);
        for (int i = 0; i < catchers.size(); i++) {
            if (ErrorName.matches(catchers.get(i).errorEquals(), failure)) {
                return caught(failure, catchers.get(i), i, retrier);
            }
        }
        return failure(StateTestReport.Status.FAILED, failure, retrier, Optional.empty());
    }

    private StateTestReport caught(
            Failure failure, Catcher catcher, int index, OptionalInt retrier) {
        Step.Advance advance = Interpreter.caught(state, catcher, scope, failure.errorOutput());
        return new StateTestReport(
                StateTestReport.Status.CAUGHT_ERROR,
                Optional.of(advance.output()),
                failure.error(),
                failure.cause(),
                next(advance),
                inspection.stages(),
                variablesWith(advance),
                retrier,
                Optional.empty(),
                OptionalInt.of(index));
    }

    private StateTestReport failure(
            StateTestReport.Status status,
            Failure failure,
            OptionalInt retrier,
            Optional<Double> interval) {
        return new StateTestReport(
                status,
                Optional.empty(),
                failure.error(),
                failure.cause(),
                Optional.empty(),
                inspection.stages(),
                setup.variables(),
                retrier,
                interval,
                OptionalInt.empty());
    }

    private void noteItems(MapState map, StateScope effective) {
        Optional<DistributedMap> distributed = map.distributed();
        boolean reads = distributed.flatMap(DistributedMap::itemReader).isPresent();
        List<MapItem> items = List.of();
        if (!reads) {
            items = MapItems.ofInput(map, effective);
            if (map.flow().queryLanguage() == QueryLanguage.JSONPath) {
                inspection.note("afterItemsPath", MapEntry.itemsAsGiven(map, effective));
            }
        } else if (setup.readerItems().isPresent()
                && setup.readerItems().get() instanceof ArrayNode array) {
            items = MapItems.ofArray(array, MapItems.STATE_DATA);
        }
        if (map.itemSelector().isPresent()) {
            ArrayNode selected = JsonNodeFactory.instance.arrayNode();
            for (MapItem item : items) {
                selected.add(map.itemSelector().get().evaluate(effective.withItem(item)));
            }
            inspection.note("afterItemSelector", selected);
        }
        inspection.note(
                "maxConcurrency",
                LongNode.valueOf(
                        NumberFields.count(map.maxConcurrency(), "MaxConcurrency", effective)));
        distributed
                .filter(it -> it.toleratedFailureCount().isPresent())
                .ifPresent(
                        it ->
                                inspection.note(
                                        "toleratedFailureCount",
                                        LongNode.valueOf(
                                                NumberFields.count(
                                                        it.toleratedFailureCount(),
                                                        "ToleratedFailureCount",
                                                        effective))));
        distributed
                .filter(it -> it.toleratedFailurePercentage().isPresent())
                .ifPresent(
                        it ->
                                inspection.note(
                                        "toleratedFailurePercentage",
                                        JsonNodeFactory.instance.numberNode(
                                                NumberFields.percentage(
                                                        it.toleratedFailurePercentage(),
                                                        "ToleratedFailurePercentage",
                                                        effective))));
    }

    /** A state that says nothing about tolerance is not failed by failed iterations (recorded 2025-11). */
    private Optional<Failure> tooManyFailures(int failures) {
        JsonNode count = inspection.stages().get("toleratedFailureCount");
        JsonNode percentage = inspection.stages().get("toleratedFailurePercentage");
        int items = setup.mockedResult().map(JsonNode::size).orElse(0);
        boolean exceeded =
                (count != null && failures > count.longValue())
                        || (percentage != null
                                && items > 0
                                && failures * 100.0 / items > percentage.doubleValue());
        return exceeded ? Optional.of(MapRun.toleranceExceeded()) : Optional.empty();
    }
}

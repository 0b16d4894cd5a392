package dev.statecraft.engine.teststate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.State;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.engine.Branch;
import dev.statecraft.engine.ErrorName;
import dev.statecraft.engine.ExecutionRequest;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.RunningExecution;
import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.StateEvents;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.map.ItemReading;
import dev.statecraft.engine.map.MapInspection;
import dev.statecraft.engine.states.Interpreter;
import dev.statecraft.engine.states.PayloadLimit;
import dev.statecraft.engine.states.RetryDelay;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.states.Step;
import dev.statecraft.engine.states.Variables;
import dev.statecraft.engine.tasks.IntegrationParameters;
import dev.statecraft.engine.tasks.TaskAttempt;
import dev.statecraft.engine.tasks.TaskEvents;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskRuntime;
import dev.statecraft.query.QueryFailure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Executes a single state by itself, as TestState does: with given variables and Context object, and perhaps a mocked result or
 * error in place of its work.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">TestState, read 2026-11</a>
 */
public final class StateTest {
    /** What the state is called while it is tested. */
    public static final String STATE_NAME = "StateName";

    /** How long a test may take; what waits longer fails with {@code States.Timeout}. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final State state;
    private final StateTestSetup setup;
    private final Branch branch;
    private final TestInspection inspection;
    private final StateScope scope;
    private final TaskRuntime runtime;
    private OptionalInt items = OptionalInt.empty();

    private StateTest(
            State state, ExecutionRequest request, StateTestSetup setup, TaskRuntime runtime) {
        this.state = state;
        this.setup = setup;
        this.runtime = runtime;
        this.inspection = new TestInspection(setup.context());
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
        branch.retriedBefore(setup.retriesUsed());
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
            return failed(failure);
        } catch (ItemReading.Unreadable unreadable) {
            return failed(unreadable.failure());
        }
    }

    private StateTestReport failed(QueryFailure failure) {
        try {
            return failed(Failure.of(failure.errorName(), causeOf(failure)));
        } catch (QueryFailure second) {
            // A catcher's own expressions failed: nothing is left that could answer.
            return givenUp(Failure.of(second.errorName(), causeOf(second)), OptionalInt.empty());
        }
    }

    private String causeOf(QueryFailure failure) {
        return "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(state.name(), branch.enteredEventId(), failure.causeText());
    }

    private StateTestReport follow(Step step) {
        return switch (step) {
            case Step.Advance advance -> succeeded(advance);
            case Step.SleepUntil sleep ->
                    sleep.when().isAfter(setup.now().plus(LONGEST))
                            ? givenUp(Failure.timeout(), OptionalInt.empty())
                            : succeeded(Interpreter.resume(state, scope, branch.input()));
            case Step.Invoke invoke -> worked(() -> invoke(invoke));
            case Step.Fork fork -> worked(StateTest::nothing);
            case Step.Iterate iterate -> iterated(iterate.effectiveInput());
            case Step.StartMapRun start -> iterated(start.effectiveInput());
            case Step.Succeed succeed ->
                    succeeded(new Step.Advance(Transition.END, succeed.output(), Map.of()));
            case Step.Fail fail -> failed(fail.failure());
        };
    }

    private static TaskOutcome nothing() {
        throw new IllegalStateException("A Map or Parallel state is tested with a mock only.");
    }

    private StateTestReport iterated(JsonNode effectiveInput) {
        var map = new MapInspection((MapState) state, scope.withInput(effectiveInput), inspection);
        items = map.note(setup.readerData());
        Optional<Failure> exceeded =
                setup.mockedError().isPresent()
                        ? Optional.empty()
                        : map.exceeded(setup.failedIterations(), items);
        return exceeded.isPresent() ? failed(exceeded.get()) : worked(StateTest::nothing);
    }

    /** The state's work is mocked, or done by the runtime. */
    private StateTestReport worked(Supplier<TaskOutcome> work) {
        if (setup.mockedError().isPresent()) {
            StateTestSetup.MockedError error = setup.mockedError().get();
            return failed(Failure.ofTask(error.error(), error.cause()));
        }
        if (setup.mockedResult().isPresent()) {
            return finished(setup.mockedResult().get());
        }
        return switch (work.get()) {
            case TaskOutcome.Succeeded succeeded -> finished(succeeded.output());
            case TaskOutcome.Failed failed ->
                    failed(Failure.ofTask(failed.error(), failed.cause()));
            case TaskOutcome.Submitted submitted -> failed(Failure.timeout());
            case TaskOutcome.Queued queued -> failed(Failure.timeout());
            case TaskOutcome.TimesOut timesOut ->
                    failed(timesOut.heartbeat() ? Failure.heartbeatTimeout() : Failure.timeout());
            case TaskOutcome.Silent silent -> failed(Failure.timeout());
        };
    }

    private TaskOutcome invoke(Step.Invoke invoke) {
        // A request carries a token even where nothing shows it.
        String token = branch.taskToken().orElseGet(branch.execution().simulation()::newTaskToken);
        TaskRequest task = TaskAttempt.requestOf(branch, invoke, token);
        Optional<String> refusal =
                IntegrationParameters.refusal(task).or(() -> runtime.refusal(task));
        if (refusal.isPresent()) {
            throw new QueryFailure(ErrorName.RUNTIME, refusal.get());
        }
        TaskOutcome outcome = runtime.start(task);
        boolean late =
                outcome instanceof TaskOutcome.Succeeded answer
                        && answer.after().compareTo(longest(task)) > 0;
        return late ? new TaskOutcome.Silent() : outcome;
    }

    private static Duration longest(TaskRequest task) {
        Duration limit = Duration.ofSeconds(task.timeoutSeconds().orElse(LONGEST.toSeconds()));
        return limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    }

    private StateTestReport finished(JsonNode result) {
        inspection.note("result", result);
        return succeeded(Interpreter.resume(state, scope, result));
    }

    private StateTestReport succeeded(Step.Advance advance) {
        PayloadLimit.requireOutput(branch, advance.output());
        return new StateTestReport(
                StateTestReport.Status.SUCCEEDED,
                Optional.of(advance.output()),
                Optional.empty(),
                Optional.empty(),
                next(advance),
                inspection.stages(),
                variablesWith(advance),
                items,
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
        OptionalInt retrier = retrierFor(failure);
        if (retrier.isPresent()) {
            Retrier taking = StateEvents.retriers(state).get(retrier.getAsInt());
            if (setup.retriesUsed() < taking.maxAttempts()) {
                return failure(
                        StateTestReport.Status.RETRIABLE,
                        failure,
                        retrier,
                        Optional.of(RetryDelay.longest(setup.retriesUsed() + 1, taking)));
            }
        }
        List<Catcher> catchers = StateEvents.catchers(state);
        for (int i = 0; i < catchers.size(); i++) {
            if (ErrorName.matches(catchers.get(i).errorEquals(), failure)) {
                return caught(failure, catchers.get(i), i, retrier);
            }
        }
        return givenUp(failure, retrier);
    }

    /** The first that matches decides, even if its attempts are used up. */
    private OptionalInt retrierFor(Failure failure) {
        List<Retrier> retriers = StateEvents.retriers(state);
        for (int i = 0; i < retriers.size(); i++) {
            if (ErrorName.matches(retriers.get(i).errorEquals(), failure)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
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
                items,
                retrier,
                Optional.empty(),
                OptionalInt.of(index));
    }

    private StateTestReport givenUp(Failure failure, OptionalInt retrier) {
        return failure(StateTestReport.Status.FAILED, failure, retrier, Optional.empty());
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
                items,
                retrier,
                interval,
                OptionalInt.empty());
    }
}

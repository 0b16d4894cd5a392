package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.map.MapRun;
import dev.statecraft.engine.tasks.TaskAttempt;
import dev.statecraft.engine.tasks.TaskRuntime;
import dev.statecraft.engine.tasks.TaskSignals;
import dev.statecraft.query.RandomSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs executions on a timeline: takes the earliest due thing, acts, records. */
public final class Simulation implements TaskSignals {
    private final Timeline timeline;
    private final TaskRuntime runtime;
    private final RandomSource tokens;
    private final Map<String, RunningExecution> executions = new LinkedHashMap<>();
    private final Map<String, MapRun> mapRuns = new LinkedHashMap<>();
    private final Map<String, TaskAttempt> attempts = new LinkedHashMap<>();
    private final Set<String> overdue = new LinkedHashSet<>();
    private final Map<String, List<Consumer<Execution>>> listeners = new LinkedHashMap<>();
    private final Map<String, Recording> recordings = new HashMap<>();
    private final Map<String, Map<Long, JsonNode>> substitutes = new HashMap<>();
    private int running;

    /** @param seed of the task tokens */
    public Simulation(Timeline timeline, TaskRuntime runtime, long seed) {
        this.timeline = timeline;
        this.runtime = runtime;
        this.tokens = new RandomSource(seed);
    }

    /** Has {@code recording} keep what will go on inside the execution of that ARN. */
    public void record(String executionArn, Recording recording) {
        recordings.put(executionArn, recording);
    }

    /**
     * Has the execution of that ARN enter some states with another input than led to them: a thing that only a simulation can
     * do.
     *
     * @param inputs by the id of the event with which the state is entered; where that event is another one, nothing happens
     */
    public void substitute(String executionArn, Map<Long, JsonNode> inputs) {
        substitutes.put(executionArn, Map.copyOf(inputs));
    }

    Optional<Recording> recordingOf(String executionArn) {
        return recordings.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(recordings.get(executionArn));
    }

    Map<Long, JsonNode> substitutesOf(String executionArn) {
        return substitutes.getOrDefault(executionArn, Map.of());
    }

    /** Starts an execution; it takes its first step when the timeline runs. */
    public Execution start(ExecutionRequest request) {
        return start(new RunningExecution(request, this, timeline));
    }

    /** Runs the same execution once more beside itself, as may happen to an asynchronous Express execution. */
    public Execution startAgain(ExecutionRequest request) {
        var duplicate = new RunningExecution(request, this, timeline);
        executions.put(request.executionArn() + "#" + executions.size(), duplicate);
        duplicate.start();
        return duplicate;
    }

    private Execution start(RunningExecution execution) {
        executions.put(execution.request().executionArn(), execution);
        execution.start();
        return execution;
    }

    public Optional<Execution> execution(String executionArn) {
        return Optional.ofNullable(executions.get(executionArn));
    }

    /** All executions, in the order of their start. */
    public List<Execution> executions() {
        return List.copyOf(executions.values());
    }

    /** Calls {@code listener} once when the execution of that ARN is over. */
    public void whenEnded(String executionArn, Consumer<Execution> listener) {
        listeners.computeIfAbsent(executionArn, arn -> new ArrayList<>()).add(listener);
    }

    /** StopExecution; false if there is no such execution, or it is over. */
    public boolean stop(String executionArn, Optional<String> error, Optional<String> cause) {
        RunningExecution execution = executions.get(executionArn);
        if (execution == null || execution.status().isFinal()) {
            return false;
        }
        execution.stop(error, cause);
        return true;
    }

    /**
     * RedriveExecution: has an unsuccessful execution go on where it stopped, when the timeline runs.
     *
     * @return whether it could be redriven; if not, nothing has changed
     * @throws IllegalArgumentException if there is no such execution
     */
    public RedriveStatus redrive(String executionArn) {
        RunningExecution execution = executions.get(executionArn);
        if (execution == null) {
            throw new IllegalArgumentException("There is no execution " + executionArn);
        }
        RedriveStatus status = execution.redriveStatus();
        if (status.isRedrivable()) {
            execution.redrive();
        }
        return status;
    }

    /** All Map Runs, in the order of their start. */
    public List<MapRunDescription> mapRuns() {
        return mapRuns.values().stream().map(MapRun::description).toList();
    }

    public Set<String> mapRunArns() {
        return Set.copyOf(mapRuns.keySet());
    }

    public Optional<MapRunDescription> mapRun(String mapRunArn) {
        return Optional.ofNullable(mapRuns.get(mapRunArn)).map(MapRun::description);
    }

    /** UpdateMapRun: changes what is given; false if there is no such Map Run. */
    public boolean updateMapRun(
            String mapRunArn,
            OptionalLong maxConcurrency,
            OptionalLong toleratedFailureCount,
            OptionalDouble toleratedFailurePercentage) {
        MapRun run = mapRuns.get(mapRunArn);
        if (run == null) {
            return false;
        }
        run.update(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
        return true;
    }

    /** True while an execution is not over. */
    public boolean isRunning() {
        return running > 0;
    }

    /** True if a task waits for somebody outside the simulated world. */
    public boolean waitsForOutside() {
        return attempts.values().stream()
                .anyMatch(it -> it.isExternal() && it.isWaitingForSignal());
    }

    /** The tasks of all executions that were handed out and not answered yet. */
    public List<Execution.PendingTask> pendingTasks() {
        return attempts.values().stream()
                .filter(TaskAttempt::isWaitingForSignal)
                .map(TaskAttempt::pending)
                .toList();
    }

    /** True if a task of that token can still be answered. */
    public boolean isPending(String taskToken) {
        return attempts.containsKey(taskToken);
    }

    /** True if a task of that token was there, and is over. */
    public boolean wasPending(String taskToken) {
        return overdue.contains(taskToken);
    }

    @Override
    public Answer started(String taskToken, Optional<String> workerName) {
        return answer(taskToken, attempt -> attempt.workerStarted(workerName));
    }

    @Override
    public Answer heartbeat(String taskToken) {
        return answer(taskToken, TaskAttempt::workerBeat);
    }

    @Override
    public Answer succeeded(String taskToken, JsonNode output) {
        return answer(taskToken, attempt -> attempt.workerSucceeded(output));
    }

    @Override
    public Answer failed(String taskToken, Optional<String> error, Optional<String> cause) {
        return answer(taskToken, attempt -> attempt.workerFailed(error, cause));
    }

    private Answer answer(String taskToken, Function<TaskAttempt, Answer> signal) {
        TaskAttempt attempt = attempts.get(taskToken);
        if (attempt == null) {
            return overdue.contains(taskToken) ? Answer.TASK_TIMED_OUT : Answer.INVALID_TOKEN;
        }
        return signal.apply(attempt);
    }

    // What running executions need.

    /** True if a Map Run of that execution cannot be redriven any more. */
    boolean hasExhaustedMapRun(RunningExecution execution) {
        return mapRuns.values().stream().anyMatch(it -> it.isOf(execution) && it.isExhausted());
    }

    public void started(MapRun run) {
        mapRuns.put(run.arn(), run);
    }

    public Execution startChild(ExecutionRequest request, String mapRunArn) {
        return start(new RunningExecution(request, Optional.of(mapRunArn), this, timeline));
    }

    public Execution redriveChild(String executionArn) {
        RunningExecution child = executions.get(executionArn);
        child.redrive();
        return child;
    }

    TaskRuntime runtime() {
        return runtime;
    }

    public String newTaskToken() {
        return tokens.nextUuid().toString().replace("-", "")
                + tokens.nextUuid().toString().replace("-", "");
    }

    public void handedOut(TaskAttempt attempt) {
        attempts.put(attempt.request().taskToken(), attempt);
    }

    /** @param answerable true if somebody may still report: the service then says the task timed out */
    public void over(TaskAttempt attempt, boolean answerable) {
        attempts.remove(attempt.request().taskToken());
        if (answerable) {
            overdue.add(attempt.request().taskToken());
        }
    }

    /** An execution begins, or goes on after a redrive. */
    void began() {
        running++;
    }

    void ended(RunningExecution execution) {
        running--;
        List<Consumer<Execution>> waiting = listeners.remove(execution.request().executionArn());
        if (waiting != null) {
            waiting.forEach(listener -> listener.accept(execution));
        }
    }

    List<Execution.PendingTask> pendingTasksOf(RunningExecution execution) {
        return attempts.values().stream()
                .filter(it -> it.branch().execution() == execution && it.isWaitingForSignal())
                .map(TaskAttempt::pending)
                .toList();
    }
}

package dev.statecraft.diagram.trace;

import dev.statecraft.diagram.trace.Attempt.Outcome;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;
import dev.statecraft.engine.history.HistoryEvent;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stays of an execution in its states, read back from its history.
 *
 * <p>Events do not say which stay they belong to; they hang together by {@code previousEventId}. So each event belongs to
 * the stay of the event before it, or to one of the stays around that.
 */
public final class RunTrace {
    private final StayTree tree = new StayTree();
    private final Map<Long, Integer> iterationOf = new HashMap<>();

    private RunTrace() {}

    public static RunTrace of(List<HistoryEvent> events) {
        var trace = new RunTrace();
        events.forEach(event -> trace.tree.happened(event, trace.happen(event)));
        return trace;
    }

    /** In the order in which they were entered. */
    public List<Stay> stays() {
        return tree.stays();
    }

    /** The stay that an event belongs to; none for an event of the whole execution. */
    Optional<Stay> stayOf(long eventId) {
        return tree.stayOf(eventId);
    }

    /** Lets {@code event} happen, and finds the stay that it belongs to. */
    private Optional<Stay> happen(HistoryEvent event) {
        // No default branch: a new type of event must not compile until its place in the drawing is
        // known.
        return switch (event.type()) {
            case ExecutionStarted, ExecutionSucceeded -> Optional.empty();
            case ExecutionFailed -> executionFailed(event);
            case ExecutionAborted, ExecutionTimedOut -> endAll(event);
            case ExecutionRedriven -> redriven();
            case TaskStateEntered,
                    PassStateEntered,
                    ChoiceStateEntered,
                    WaitStateEntered,
                    SucceedStateEntered,
                    FailStateEntered,
                    ParallelStateEntered,
                    MapStateEntered ->
                    entered(event);
            case TaskStateExited,
                    PassStateExited,
                    ChoiceStateExited,
                    WaitStateExited,
                    SucceedStateExited,
                    ParallelStateExited,
                    MapStateExited ->
                    exited(event);
            case TaskStateAborted, WaitStateAborted, ParallelStateAborted, MapStateAborted ->
                    aborted(event);
            case ParallelStateStarted, MapStateStarted -> containerStarted(event);
            case ParallelStateSucceeded, MapStateSucceeded ->
                    container(event).map(stay -> attemptEnded(stay, Outcome.SUCCEEDED, event));
            case ParallelStateFailed, MapStateFailed -> containerFailed(event);
            case MapIterationStarted -> iteration(event);
            case MapIterationSucceeded -> iteration(event).map(RunTrace::itemDone);
            case MapIterationFailed -> iterationFailed(event);
            case MapIterationAborted -> iterationAborted(event);
            case MapRunStarted -> mapRun(event).map(RunTrace::countsNoItems);
            case MapRunSucceeded, MapRunFailed, MapRunAborted, MapRunRedriven -> mapRun(event);
            case TaskScheduled, LambdaFunctionScheduled -> scheduled(event, Outcome.RUNNING);
            case ActivityScheduled -> scheduled(event, Outcome.WAITING);
            case TaskStarted, LambdaFunctionStarted, ActivityStarted ->
                    task(event).map(stay -> attemptBecomes(stay, Outcome.RUNNING));
            case TaskSubmitted -> submitted(event);
            case TaskSucceeded, LambdaFunctionSucceeded, ActivitySucceeded ->
                    task(event).map(stay -> attemptEnded(stay, Outcome.SUCCEEDED, event));
            case TaskStartFailed,
                    TaskSubmitFailed,
                    TaskFailed,
                    LambdaFunctionScheduleFailed,
                    LambdaFunctionStartFailed,
                    LambdaFunctionFailed,
                    ActivityScheduleFailed,
                    ActivityFailed ->
                    task(event).map(stay -> attemptEnded(stay, Outcome.FAILED, event));
            case TaskTimedOut, LambdaFunctionTimedOut, ActivityTimedOut ->
                    task(event).map(stay -> attemptEnded(stay, Outcome.TIMED_OUT, event));
            case EvaluationFailed -> evaluationFailed(event);
        };
    }

    // States.

    private Optional<Stay> entered(HistoryEvent event) {
        if (!(event.details() instanceof EventDetails.StateEntered details)) {
            return Optional.empty();
        }
        Optional<Stay> before = tree.before(event);
        boolean isFirst =
                switch (tree.typeBefore(event).orElse(EventType.ExecutionStarted)) {
                    case ExecutionStarted, ParallelStateStarted, MapIterationStarted -> true;
                    default -> false;
                };
        Optional<Stay> parent = isFirst ? before : before.flatMap(Stay::parent);
        Optional<Stay> origin = isFirst ? Optional.empty() : before;
        int iteration =
                isFirst
                        ? iterationOf.getOrDefault(
                                event.previousId(),
                                parent.map(Stay::iteration).orElse(Stay.NO_ITERATION))
                        : origin.map(Stay::iteration).orElse(Stay.NO_ITERATION);
        var stay =
                new Stay(
                        tree.size(),
                        details.name(),
                        StayKind.of(event.type()),
                        event,
                        orNull(parent),
                        orNull(origin),
                        iteration);
        tree.add(stay);
        return Optional.of(stay);
    }

    private static @Nullable Stay orNull(Optional<Stay> stay) {
        return stay.orElse(null);
    }

    private Optional<Stay> exited(HistoryEvent event) {
        String name =
                event.details() instanceof EventDetails.StateExited details ? details.name() : "";
        Optional<Stay> stay = tree.around(event, it -> it.isOpen() && it.state().equals(name));
        stay.ifPresent(it -> tree.end(it, Stay.End.EXITED, event));
        return stay;
    }

    /** Such an event names nothing and hangs on the failure that is its reason, in a neighbouring branch. */
    private Optional<Stay> aborted(HistoryEvent event) {
        StayKind kind = StayKind.of(event.type());
        Optional<Stay> reason = tree.before(event);
        Optional<Stay> stay =
                tree.open().stream()
                        .filter(it -> it.kind() == kind)
                        .filter(it -> reason.filter(it::isAround).isEmpty())
                        .findFirst();
        stay.ifPresent(it -> tree.end(it, Stay.End.ABORTED, event));
        return reason.or(() -> stay);
    }

    // Parallel and Map.

    private Optional<Stay> container(HistoryEvent event) {
        StayKind kind = StayKind.of(event.type());
        return tree.around(event, stay -> stay.isOpen() && stay.kind() == kind);
    }

    private Optional<Stay> containerStarted(HistoryEvent event) {
        Optional<Stay> container = container(event);
        container.ifPresent(
                stay -> {
                    // A retry follows directly on the failure, without an event that says so.
                    endInside(stay, event);
                    stay.lastAttempt()
                            .filter(Attempt::isOpen)
                            .ifPresent(it -> it.ends(Outcome.FAILED, event, Optional.empty()));
                    stay.begins(new Attempt(event, Outcome.RUNNING));
                    if (event.details() instanceof EventDetails.MapStarted map) {
                        stay.hasItems(map.length());
                    }
                });
        return container;
    }

    private Optional<Stay> containerFailed(HistoryEvent event) {
        Optional<Stay> container = container(event);
        container.ifPresent(
                stay -> {
                    endInside(stay, event);
                    attemptEnded(stay, Outcome.FAILED, event);
                });
        return container;
    }

    /** What still stands in {@code container}: the way to the failure has failed, the rest was stopped. */
    private void endInside(Stay container, HistoryEvent event) {
        tree.fail(stay -> stay != container && container.isAround(stay), tree.before(event), event);
    }

    private Optional<Stay> iteration(HistoryEvent event) {
        if (!(event.details() instanceof EventDetails.Iteration details)) {
            return Optional.empty();
        }
        iterationOf.put(event.id(), details.index());
        return tree.around(
                event, stay -> stay.kind() == StayKind.MAP && stay.state().equals(details.name()));
    }

    private Optional<Stay> mapRun(HistoryEvent event) {
        return tree.around(event, stay -> stay.kind() == StayKind.MAP);
    }

    /** The iterations of a distributed Map are executions of their own, of which this history does not tell. */
    private static Stay countsNoItems(Stay map) {
        map.hasItems(0);
        return map;
    }

    private static Stay itemDone(Stay map) {
        map.itemIsDone();
        return map;
    }

    private Optional<Stay> iterationFailed(HistoryEvent event) {
        Optional<Stay> map = iteration(event);
        Optional<Stay> reason = tree.before(event);
        tree.fail(
                stay ->
                        !map.equals(Optional.of(stay))
                                && reason.filter(stay::isAround).isPresent()
                                && map.filter(it -> it.isAround(stay)).isPresent(),
                reason,
                event);
        return map;
    }

    private Optional<Stay> iterationAborted(HistoryEvent event) {
        Optional<Stay> map = iteration(event);
        int index = iterationOf.getOrDefault(event.id(), Stay.NO_ITERATION);
        tree.fail(
                stay -> stay.parent().equals(map) && stay.iteration() == index,
                Optional.empty(),
                event);
        return map;
    }

    // Tasks.

    private Optional<Stay> task(HistoryEvent event) {
        return tree.around(event, stay -> stay.kind() == StayKind.TASK);
    }

    private Optional<Stay> scheduled(HistoryEvent event, Outcome outcome) {
        return task(event)
                .map(
                        stay -> {
                            stay.begins(new Attempt(event, outcome));
                            return stay;
                        });
    }

    private Optional<Stay> submitted(HistoryEvent event) {
        boolean waits =
                event.details() instanceof EventDetails.TaskOutput details
                        && details.resource().endsWith(".waitForTaskToken");
        return task(event)
                .map(stay -> attemptBecomes(stay, waits ? Outcome.WAITING : Outcome.RUNNING));
    }

    private static Stay attemptBecomes(Stay stay, Outcome outcome) {
        stay.lastAttempt().filter(Attempt::isOpen).ifPresent(attempt -> attempt.becomes(outcome));
        return stay;
    }

    private static Stay attemptEnded(Stay stay, Outcome outcome, HistoryEvent event) {
        if (stay.lastAttempt().filter(Attempt::isOpen).isEmpty()) {
            stay.begins(new Attempt(event, outcome));
        }
        stay.lastAttempt().ifPresent(attempt -> attempt.ends(outcome, event, error(event)));
        if (outcome != Outcome.SUCCEEDED) {
            stay.fails();
        }
        return stay;
    }

    private static Optional<String> error(HistoryEvent event) {
        return switch (event.details()) {
            case EventDetails.Failure failure -> failure.error();
            case EventDetails.TaskFailure failure -> failure.error();
            case EventDetails.EvaluationFailure failure -> Optional.of(failure.error());
            default -> Optional.empty();
        };
    }

    /** It hangs on what was there before the state was entered, but says the state. */
    private Optional<Stay> evaluationFailed(HistoryEvent event) {
        String name =
                event.details() instanceof EventDetails.EvaluationFailure details
                        ? details.state()
                        : "";
        Optional<Stay> stay = tree.lastOpen(it -> it.state().equals(name));
        stay.ifPresent(Stay::fails);
        return stay;
    }

    // The execution.

    private Optional<Stay> executionFailed(HistoryEvent event) {
        tree.fail(stay -> true, tree.before(event), event);
        return tree.before(event);
    }

    private Optional<Stay> endAll(HistoryEvent event) {
        tree.fail(stay -> true, Optional.empty(), event);
        return tree.before(event);
    }

    private Optional<Stay> redriven() {
        tree.stays().stream()
                .filter(stay -> stay.kind() != StayKind.FAIL)
                .filter(stay -> stay.end() == Stay.End.FAILED || stay.end() == Stay.End.ABORTED)
                .filter(RunTrace::isOfTheLastAttempt)
                .forEach(tree::reopen);
        return Optional.empty();
    }

    /** What failed in an attempt that was given up for a retry stays as it ended. */
    private static boolean isOfTheLastAttempt(Stay stay) {
        return stay.parent()
                .map(
                        parent ->
                                isOfTheLastAttempt(parent)
                                        && parent.lastAttempt()
                                                .map(Attempt::firstEventId)
                                                .filter(id -> id > stay.enteredEventId())
                                                .isEmpty())
                .orElse(true);
    }
}

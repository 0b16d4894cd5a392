package dev.statecraft.diagram.trace;

import dev.statecraft.diagram.StateStatus;
import dev.statecraft.diagram.trace.Attempt.Outcome;
import dev.statecraft.engine.Execution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How stays stand at one moment of an execution.
 *
 * @param shown how many events have happened at that moment
 * @param more whether these are all events so far, and there may be others
 * @param later the same stays as the whole history knows them, by their number
 */
public record StayStatus(int shown, boolean more, List<Stay> later) {

    /** Which status of several iterations speaks for all of them: the one that asks for attention most. */
    private static final List<StateStatus> MOST_TELLING_FIRST =
            List.of(
                    StateStatus.FAILED,
                    StateStatus.RUNNING,
                    StateStatus.WAITING,
                    StateStatus.CAUGHT,
                    StateStatus.ABORTED,
                    StateStatus.SUCCEEDED);

    /** A branch or iteration in one stay of its Parallel or Map: what happens there happens one after the other. */
    record Line(Optional<Stay> parent, int iteration) {
        public static Line of(Stay stay) {
            return new Line(stay.parent(), stay.iteration());
        }
    }

    public static StayStatus at(Execution execution, int shown, RunTrace trace) {
        var events = execution.history().events();
        List<Stay> later = shown == events.size() ? trace.stays() : RunTrace.of(events).stays();
        boolean more = shown == events.size() && !execution.status().isFinal();
        return new StayStatus(shown, more, later);
    }

    public StateStatus of(Stay stay) {
        return switch (stay.end()) {
            case EXITED -> stay.isCaught() ? StateStatus.CAUGHT : StateStatus.SUCCEEDED;
            case FAILED -> StateStatus.FAILED;
            case ABORTED -> StateStatus.ABORTED;
            case OPEN -> ofOpen(stay);
        };
    }

    /** Of several stays: on one line the last one counts, among lines the most telling. */
    public StateStatus ofAll(List<Stay> stays) {
        Map<Line, StateStatus> last = new HashMap<>();
        stays.forEach(stay -> last.put(Line.of(stay), of(stay)));
        return last.values().stream()
                .min(Comparator.comparingInt(MOST_TELLING_FIRST::indexOf))
                .orElseThrow();
    }

    private StateStatus ofOpen(Stay stay) {
        if (stay.kind() == StayKind.WAIT) {
            return StateStatus.WAITING;
        }
        Optional<Attempt> last = stay.lastAttempt();
        if (last.filter(Attempt::hasFailed).isPresent()) {
            return isTriedAgain(stay, last.get()) ? StateStatus.WAITING : StateStatus.FAILED;
        }
        boolean waits = last.filter(it -> it.outcome() == Outcome.WAITING).isPresent();
        return waits ? StateStatus.WAITING : StateStatus.RUNNING;
    }

    /** At the very event of a failure the state has failed; after it, it waits for its next attempt. */
    private boolean isTriedAgain(Stay stay, Attempt failed) {
        boolean justNow = failed.lastEventId().filter(id -> id == shown).isPresent();
        boolean goesOn = later.get(stay.number()).attempts().size() > stay.attempts().size();
        return goesOn ? !justNow : more;
    }
}

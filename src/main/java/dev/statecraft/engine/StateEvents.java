package dev.statecraft.engine;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.WaitState;
import dev.statecraft.engine.history.EventType;

import java.util.List;
import java.util.Optional;

/** What the engine needs to know of each type of state: its events, retriers and catchers. */
public final class StateEvents {

    private StateEvents() {}

    static EventType entered(State state) {
        return switch (state) {
            case TaskState s -> EventType.TaskStateEntered;
            case PassState s -> EventType.PassStateEntered;
            case ChoiceState s -> EventType.ChoiceStateEntered;
            case WaitState s -> EventType.WaitStateEntered;
            case SucceedState s -> EventType.SucceedStateEntered;
            case FailState s -> EventType.FailStateEntered;
            case ParallelState s -> EventType.ParallelStateEntered;
            case MapState s -> EventType.MapStateEntered;
        };
    }

    static EventType exited(State state) {
        return switch (state) {
            case TaskState s -> EventType.TaskStateExited;
            case PassState s -> EventType.PassStateExited;
            case ChoiceState s -> EventType.ChoiceStateExited;
            case WaitState s -> EventType.WaitStateExited;
            case SucceedState s -> EventType.SucceedStateExited;
            case ParallelState s -> EventType.ParallelStateExited;
            case MapState s -> EventType.MapStateExited;
            case FailState s ->
                    throw new IllegalStateException("A Fail state is never exited: " + s.name());
        };
    }

    /** The event that says the state as a whole failed; only states that hold others have one. */
    static Optional<EventType> failed(State state) {
        return switch (state) {
            case ParallelState s -> Optional.of(EventType.ParallelStateFailed);
            case MapState s -> Optional.of(EventType.MapStateFailed);
            case TaskState s -> Optional.empty();
            case PassState s -> Optional.empty();
            case ChoiceState s -> Optional.empty();
            case WaitState s -> Optional.empty();
            case SucceedState s -> Optional.empty();
            case FailState s -> Optional.empty();
        };
    }

    /** The event that says the state was stopped from outside while it waited. */
    static Optional<EventType> aborted(State state) {
        return switch (state) {
            case TaskState s -> Optional.of(EventType.TaskStateAborted);
            case WaitState s -> Optional.of(EventType.WaitStateAborted);
            case ParallelState s -> Optional.of(EventType.ParallelStateAborted);
            case MapState s -> Optional.of(EventType.MapStateAborted);
            case PassState s -> Optional.empty();
            case ChoiceState s -> Optional.empty();
            case SucceedState s -> Optional.empty();
            case FailState s -> Optional.empty();
        };
    }

    public static List<Retrier> retriers(State state) {
        return switch (state) {
            case TaskState s -> s.retry();
            case ParallelState s -> s.retry();
            case MapState s -> s.retry();
            case PassState s -> List.of();
            case ChoiceState s -> List.of();
            case WaitState s -> List.of();
            case SucceedState s -> List.of();
            case FailState s -> List.of();
        };
    }

    /** True for the types of state that may have a Retry field. */
    public static boolean canRetry(State state) {
        return switch (state) {
            case TaskState s -> true;
            case ParallelState s -> true;
            case MapState s -> true;
            case PassState s -> false;
            case ChoiceState s -> false;
            case WaitState s -> false;
            case SucceedState s -> false;
            case FailState s -> false;
        };
    }

    public static List<Catcher> catchers(State state) {
        return switch (state) {
            case TaskState s -> s.catchers();
            case ParallelState s -> s.catchers();
            case MapState s -> s.catchers();
            case PassState s -> List.of();
            case ChoiceState s -> List.of();
            case WaitState s -> List.of();
            case SucceedState s -> List.of();
            case FailState s -> List.of();
        };
    }
}

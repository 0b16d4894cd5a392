package dev.statecraft.asl;

import java.util.Optional;

/** One state of a definition. A new type of state must not compile until everything that looks at states handles it. */
public sealed interface State
        permits TaskState,
                PassState,
                ChoiceState,
                WaitState,
                SucceedState,
                FailState,
                ParallelState,
                MapState {

    String name();

    Optional<String> comment();

    /** How input becomes output; also says which query language the state speaks. */
    DataFlow flow();

    /** The word in {@code Type}, such as {@code Task}. */
    default String type() {
        return switch (this) {
            case TaskState s -> "Task";
            case PassState s -> "Pass";
            case ChoiceState s -> "Choice";
            case WaitState s -> "Wait";
            case SucceedState s -> "Succeed";
            case FailState s -> "Fail";
            case ParallelState s -> "Parallel";
            case MapState s -> "Map";
        };
    }
}

package dev.statecraft.diagram.drawing;

import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.WaitState;
import dev.statecraft.diagram.StateStatus;

/** The small drawings, as path data: state types in a field of 18 by 18, statuses around their middle. */
public final class Glyphs {
    private static final String GEAR =
            "M9 6.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2z"
                    + "M9 1.8v2.1M9 14.1v2.1M1.8 9h2.1M14.1 9h2.1"
                    + "M3.9 3.9l1.5 1.5M12.6 12.6l1.5 1.5M14.1 3.9l-1.5 1.5M5.4 12.6l-1.5 1.5"
                    + "M9 3.9a5.1 5.1 0 1 0 0 10.2a5.1 5.1 0 1 0 0-10.2z";
    private static final String DIAMOND = "M9 1.8L16.2 9L9 16.2L1.8 9z";
    private static final String CLOCK = "M9 2a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM9 5.2V9l2.6 1.9";
    private static final String TWO_TRACKS =
            "M9 1.8v2.4M9 4.2c-2.9 0-4.5 1.5-4.5 4.2v7.8M9 4.2c2.9 0 4.5 1.5 4.5 4.2v7.8";
    private static final String STACK = "M2 8.2h9.2v7H2zM4.6 5.4h9.2v7M7.2 2.6h9.2v7";
    private static final String ARROW = "M2.2 9h12.6M10.6 4.6L15 9l-4.4 4.4";
    private static final String END_BAR = "M1.8 9h10.4M13.6 3v12";
    private static final String END_CROSS = "M2 5.8l6.4 6.4M8.4 5.8L2 12.2M13.6 3v12";

    private Glyphs() {}

    public static String of(State state) {
        return switch (state) {
            case TaskState s -> GEAR;
            case PassState s -> ARROW;
            case ChoiceState s -> DIAMOND;
            case WaitState s -> CLOCK;
            case SucceedState s -> END_BAR;
            case FailState s -> END_CROSS;
            case ParallelState s -> TWO_TRACKS;
            case MapState s -> STACK;
        };
    }

    /** Path data in a field of 18 by 18, for a type as it is written in a definition; empty for any other word. */
    public static String ofType(String type) {
        return switch (type) {
            case "Task" -> GEAR;
            case "Pass" -> ARROW;
            case "Choice" -> DIAMOND;
            case "Wait" -> CLOCK;
            case "Succeed" -> END_BAR;
            case "Fail" -> END_CROSS;
            case "Parallel" -> TWO_TRACKS;
            case "Map" -> STACK;
            default -> "";
        };
    }

    public static String of(StateStatus status) {
        return switch (status) {
            case SUCCEEDED -> "M-3.6 .2L-1.1 2.8L3.7-2.6";
            case FAILED -> "M-2.8-2.8L2.8 2.8M2.8-2.8L-2.8 2.8";
            case CAUGHT -> "M-2.6 4V-.2M-2.6-.2C-2.6-2.2-1.6-3 .2-3H3M1-5L3.2-3L1-1M-2.6-.2V-4";
            case WAITING -> "M0-3.8V.2L2.6 2";
            case RUNNING -> "M0-1.6a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2z";
            case ABORTED -> "M-3 0H3";
        };
    }
}

package dev.statecraft.editing.design;

import static dev.statecraft.editing.design.FieldSpec.Group.DATA;
import static dev.statecraft.editing.design.FieldSpec.Group.DISTRIBUTED;
import static dev.statecraft.editing.design.FieldSpec.Group.MORE;
import static dev.statecraft.editing.design.FieldSpec.Group.TIME;
import static dev.statecraft.editing.design.FieldSpec.Group.WORK;
import static dev.statecraft.editing.design.FieldSpec.Language.BOTH;
import static dev.statecraft.editing.design.FieldSpec.Language.JSONATA;
import static dev.statecraft.editing.design.FieldSpec.Language.JSONPATH;
import static dev.statecraft.editing.design.FieldSpec.of;
import static dev.statecraft.editing.design.Input.CHOICE;
import static dev.statecraft.editing.design.Input.JSON;
import static dev.statecraft.editing.design.Input.NUMBER;
import static dev.statecraft.editing.design.Input.PATH;
import static dev.statecraft.editing.design.Input.TEXT;

import java.util.List;

/**
 * The fields of every type of state, in the order in which a person thinks of them. Transitions, rules, retriers and catchers
 * have forms of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html">State machine structure</a>
 */
final class FieldCatalogue {
    private static final String ALL = "Task Pass Choice Wait Succeed Fail Parallel Map";
    private static final String NOT_FAIL = "Task Pass Choice Wait Succeed Parallel Map";
    private static final String WORKING = "Task Parallel Map";

    private FieldCatalogue() {}

    static final List<FieldSpec> FIELDS =
            List.of(
                    of(
                            "/Resource",
                            WORK,
                            TEXT,
                            "Task",
                            BOTH,
                            "What to call: the ARN of an integration, a function or an activity."),
                    of(
                            "/Parameters",
                            WORK,
                            JSON,
                            "Task Pass Parallel",
                            JSONPATH,
                            "What to hand over. A field whose name ends in .$ takes a path or an intrinsic function."),
                    of(
                            "/Arguments",
                            WORK,
                            JSON,
                            "Task Parallel",
                            JSONATA,
                            "What to hand over: JSON with {% expressions %}."),
                    of("/Result", WORK, JSON, "Pass", JSONPATH, "A fixed result."),
                    of("/Seconds", WORK, NUMBER, "Wait", BOTH, "How long to wait."),
                    of(
                            "/SecondsPath",
                            WORK,
                            PATH,
                            "Wait",
                            JSONPATH,
                            "A path to how long to wait, in seconds."),
                    of(
                            "/Timestamp",
                            WORK,
                            TEXT,
                            "Wait",
                            BOTH,
                            "The moment to wait for, such as 2027-01-31T08:00:00Z."),
                    of(
                            "/TimestampPath",
                            WORK,
                            PATH,
                            "Wait",
                            JSONPATH,
                            "A path to the moment to wait for."),
                    of(
                            "/Items",
                            WORK,
                            JSON,
                            "Map",
                            JSONATA,
                            "The list whose items are handled, or an expression that gives it."),
                    of(
                            "/ItemsPath",
                            WORK,
                            PATH,
                            "Map",
                            JSONPATH,
                            "A path to the list whose items are handled."),
                    of(
                            "/ItemSelector",
                            WORK,
                            JSON,
                            "Map",
                            BOTH,
                            "What each item's states get in place of the item."),
                    of(
                            "/MaxConcurrency",
                            WORK,
                            NUMBER,
                            "Map",
                            BOTH,
                            "How many items at the same time; 0 for as many as possible."),
                    of(
                            "/MaxConcurrencyPath",
                            MORE,
                            PATH,
                            "Map",
                            JSONPATH,
                            "A path to how many items at the same time."),
                    of(
                                    "/ItemProcessor/ProcessorConfig/Mode",
                                    MORE,
                                    CHOICE,
                                    "Map",
                                    BOTH,
                                    "Inline runs in this execution; distributed starts one execution for each item or batch.")
                            .choosing("INLINE", "DISTRIBUTED"),
                    of(
                                    "/ItemProcessor/ProcessorConfig/ExecutionType",
                                    DISTRIBUTED,
                                    CHOICE,
                                    "Map",
                                    BOTH,
                                    "The type of the executions that a distributed Map starts.")
                            .choosing("STANDARD", "EXPRESS"),
                    of(
                            "/ItemReader",
                            DISTRIBUTED,
                            JSON,
                            "Map",
                            BOTH,
                            "Where a distributed Map reads its items from."),
                    of(
                            "/ItemBatcher",
                            DISTRIBUTED,
                            JSON,
                            "Map",
                            BOTH,
                            "How a distributed Map puts items together into batches."),
                    of(
                            "/ResultWriter",
                            DISTRIBUTED,
                            JSON,
                            "Map",
                            BOTH,
                            "Where a distributed Map writes its results."),
                    of(
                            "/ToleratedFailureCount",
                            DISTRIBUTED,
                            NUMBER,
                            "Map",
                            BOTH,
                            "How many items of a distributed Map may fail."),
                    of(
                            "/ToleratedFailurePercentage",
                            DISTRIBUTED,
                            NUMBER,
                            "Map",
                            BOTH,
                            "What share of the items of a distributed Map may fail."),
                    of(
                            "/ToleratedFailureCountPath",
                            DISTRIBUTED,
                            PATH,
                            "Map",
                            JSONPATH,
                            "A path to how many items may fail."),
                    of(
                            "/ToleratedFailurePercentagePath",
                            DISTRIBUTED,
                            PATH,
                            "Map",
                            JSONPATH,
                            "A path to the share of items that may fail."),
                    of(
                            "/Label",
                            DISTRIBUTED,
                            TEXT,
                            "Map",
                            BOTH,
                            "A short name in the ARNs of a distributed Map's executions."),
                    of(
                            "/Error",
                            WORK,
                            TEXT,
                            "Fail",
                            BOTH,
                            "The name of the error, as catchers and retriers would name it."),
                    of("/Cause", WORK, TEXT, "Fail", BOTH, "What went wrong, in words for people."),
                    of("/ErrorPath", MORE, PATH, "Fail", JSONPATH, "A path to the error's name."),
                    of("/CausePath", MORE, PATH, "Fail", JSONPATH, "A path to what went wrong."),
                    of(
                            "/InputPath",
                            DATA,
                            PATH,
                            NOT_FAIL,
                            JSONPATH,
                            "Which part of the input the state takes; null for none of it."),
                    of(
                            "/ResultSelector",
                            DATA,
                            JSON,
                            WORKING,
                            JSONPATH,
                            "What to keep of the result."),
                    of(
                            "/ResultPath",
                            DATA,
                            PATH,
                            "Task Pass Parallel Map",
                            JSONPATH,
                            "Where in the input the result is put; null drops it."),
                    of(
                            "/OutputPath",
                            DATA,
                            PATH,
                            NOT_FAIL,
                            JSONPATH,
                            "Which part goes on to the next state."),
                    of(
                            "/Output",
                            DATA,
                            JSON,
                            NOT_FAIL,
                            JSONATA,
                            "What goes on to the next state: JSON with {% expressions %}."),
                    of(
                            "/Assign",
                            DATA,
                            JSON,
                            "Task Pass Choice Wait Parallel Map",
                            BOTH,
                            "Variables to set for the states that follow."),
                    of(
                            "/TimeoutSeconds",
                            TIME,
                            NUMBER,
                            "Task",
                            BOTH,
                            "After how long the task fails with States.Timeout."),
                    of(
                            "/TimeoutSecondsPath",
                            TIME,
                            PATH,
                            "Task",
                            JSONPATH,
                            "A path to that time in seconds."),
                    of(
                            "/HeartbeatSeconds",
                            TIME,
                            NUMBER,
                            "Task",
                            BOTH,
                            "How long the task may be silent before it fails with States.HeartbeatTimeout."),
                    of(
                            "/HeartbeatSecondsPath",
                            TIME,
                            PATH,
                            "Task",
                            JSONPATH,
                            "A path to that time in seconds."),
                    of(
                            "/Credentials",
                            MORE,
                            JSON,
                            "Task",
                            BOTH,
                            "The role that the task takes for its call."),
                    of(
                            "/Comment",
                            MORE,
                            TEXT,
                            ALL,
                            BOTH,
                            "A note for whoever reads the definition."),
                    of(
                                    "/QueryLanguage",
                                    MORE,
                                    CHOICE,
                                    ALL,
                                    BOTH,
                                    "The query language of this state; without a choice, that of the machine.")
                            .choosing("JSONPath", "JSONata"));
}

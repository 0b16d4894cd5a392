package dev.statecraft.content;

import java.util.List;
import java.util.function.Function;

/** A kind of drill: how a small definition is made, what happens to it, and what may be asked about its run. */
enum DrillFamily {
    RETRIES(1, Concept.RETRY_CATCH, "fault-tolerance", DrillFamily::retries),
    CHOICES(1, Concept.CHOICE, "workflow-orchestration", DrillFamily::choices),
    RESULT_PATHS(1, Concept.DATA_FLOW, "workflow-orchestration", DrillFamily::resultPaths),
    ENDINGS(1, Concept.RETRY_CATCH, "fault-tolerance", DrillFamily::endings),
    CATCHERS(2, Concept.RETRY_CATCH, "fault-tolerance", DrillFamily::catchers),
    CONCURRENCY(2, Concept.PARALLEL_MAP, "distributed-computing", DrillFamily::concurrency),
    TIMEOUTS(2, Concept.TIMEOUTS, "fault-tolerance", DrillFamily::timeouts),
    COSTS(2, Concept.COST, "serverless-cost", DrillFamily::costs),
    TWO_RETRIERS(3, Concept.RETRY_CATCH, "design-patterns", DrillFamily::twoRetriers),
    BRANCHES(3, Concept.PARALLEL_MAP, "distributed-computing", DrillFamily::branches);

    /**
     * What a family makes.
     *
     * @param run the experiment as an author would write it, in YAML
     * @param asked the question, in words, by the measure that answers it
     */
    record Draft(String run, List<String> given, List<DrillAsking> asked) {}

    final int level;
    final Concept concept;
    final String bullet;
    private final Function<DrillSetting, Draft> maker;

    DrillFamily(int level, Concept concept, String bullet, Function<DrillSetting, Draft> maker) {
        this.level = level;
        this.concept = concept;
        this.bullet = bullet;
        this.maker = maker;
    }

    Draft draft(DrillSetting setting) {
        return maker.apply(setting);
    }

    private static String task(DrillSetting it, String more) {
        return "%s: {Type: Task, Resource: \"lambda::%s\"%s}"
                .formatted(it.state(), it.function(), more);
    }

    private static Draft retries(DrillSetting it) {
        int attempts = it.between(1, 4);
        String retry =
                ", Retry: [{ErrorEquals: [%s], IntervalSeconds: %d, BackoffRate: %d, MaxAttempts: %d}], End: true"
                        .formatted(
                                it.oneOf(it.error(), "States.TaskFailed"),
                                it.between(1, 5),
                                it.between(1, 3),
                                attempts);
        String run =
                "{definition: {StartAt: %s, States: {%s}}, world: {functions: {%s: {}}}, faults: [{call: %s, calls: \"1-%d\", error: %s}]}"
                        .formatted(
                                it.state(),
                                task(it, retry),
                                it.function(),
                                it.function(),
                                it.between(1, attempts + 2),
                                it.error());
        return new Draft(run, List.of(), List.of(DrillAsking.calls(it), DrillAsking.seconds()));
    }

    private static Draft endings(DrillSetting it) {
        int busy = it.between(0, 4);
        String fields =
                ", Retry: [{ErrorEquals: [%s], MaxAttempts: %d}], Catch: [{ErrorEquals: [%s], Next: Refuse}], End: true"
                        .formatted(
                                it.oneOf(it.error(), "States.TaskFailed"),
                                it.between(1, 3),
                                it.oneOf(it.otherError(), it.error(), "States.Timeout"));
        String run =
                ("{definition: {StartAt: %s, States: {%s, Refuse: {Type: Fail, Error: Order.Refused}}}, world: {functions: {%s: {}}}, "
                                + "faults: [%s{call: %s, calls: \"%d-%d\", error: %s}]}")
                        .formatted(
                                it.state(),
                                task(it, fields),
                                it.function(),
                                busy == 0
                                        ? ""
                                        : "{call: %s, calls: \"1-%d\", error: %s}, "
                                                .formatted(it.function(), busy, it.error()),
                                it.function(),
                                busy + 1,
                                busy + it.between(1, 2),
                                it.otherError());
        return new Draft(run, List.of(), List.of(DrillAsking.ending()));
    }

    private static Draft choices(DrillSetting it) {
        int low = it.between(2, 40) * 5;
        int high = low + it.between(1, 8) * 5;
        int value = it.oneOf(low, high, low - 1, high + 1, low + 2);
        String first = it.oneOf("NumericGreaterThan", "NumericGreaterThanEquals");
        String second = it.oneOf("NumericLessThan", "NumericLessThanEquals");
        String run =
                ("{definition: {StartAt: Sort, States: {Sort: {Type: Choice, Choices: ["
                                + "{Variable: $.amount, %s: %d, Next: Large}, {Variable: $.amount, %s: %d, Next: Small}], Default: Medium}, "
                                + "Large: {Type: Pass, Result: {desk: large}, ResultPath: $.to, End: true}, Medium: {Type: Pass, Result: {desk: medium}, End: true}, "
                                + "Small: {Type: Pass, Next: Check}, Check: {Type: Pass, Result: {desk: small}, ResultPath: $.to, End: true}}}, input: {amount: %d}}")
                        .formatted(first, it.oneOf(high, low), second, it.oneOf(low, high), value);
        return new Draft(run, List.of(), List.of(DrillAsking.path(), DrillAsking.output()));
    }

    private static Draft resultPaths(DrillSetting it) {
        int first = it.between(1, 9);
        String resultPath =
                it.oneOf(
                        ", ResultPath: $.reply", ", ResultPath: null", "", ", ResultPath: $.order");
        String outputPath = it.oneOf("", "", ", OutputPath: $.order");
        String inputPath = it.oneOf("", ", InputPath: $.order");
        if (resultPath.isEmpty() || !outputPath.isEmpty() && resultPath.contains("order")) {
            outputPath = "";
        }
        String run =
                "{definition: {StartAt: %s, States: {%s}}, world: {functions: {%s: {returns: {code: %d}}}}, input: {order: {id: %d}, by: %s}}"
                        .formatted(
                                it.state(),
                                task(it, inputPath + resultPath + outputPath + ", End: true"),
                                it.function(),
                                it.between(10, 99),
                                first,
                                it.oneOf("Ana", "Ben", "Cleo"));
        return new Draft(
                run,
                List.of(returns(it, run)),
                List.of(DrillAsking.output(), DrillAsking.request(it)));
    }

    private static String returns(DrillSetting it, String run) {
        String code = run.replaceAll(".*returns: \\{code: (\\d+)}.*", "$1");
        return "`" + it.function() + "` returns `{\"code\":" + code + "}`.";
    }

    private static Draft catchers(DrillSetting it) {
        String raised = it.oneOf(it.error(), it.otherError());
        String retry =
                ", Retry: [{ErrorEquals: [%s], IntervalSeconds: %d, BackoffRate: 2, MaxAttempts: %d}], Catch: [{ErrorEquals: [%s], Next: Tell}, {ErrorEquals: [States.ALL], ResultPath: $.problem, Next: Undo}], Next: Confirm"
                        .formatted(
                                it.oneOf(it.error(), it.otherError(), "States.TaskFailed"),
                                it.between(1, 4),
                                it.between(1, 3),
                                it.oneOf(it.error(), it.otherError(), "States.Timeout"));
        String run =
                ("{definition: {StartAt: %s, States: {%s, Confirm: {Type: Succeed}, Tell: {Type: Pass, Next: Undo}, Undo: {Type: Pass, End: true}}}, "
                                + "world: {functions: {%s: {}}}, faults: [{call: %s, calls: \"1-%d\", error: %s}]}")
                        .formatted(
                                it.state(),
                                task(it, retry),
                                it.function(),
                                it.function(),
                                it.between(1, 5),
                                raised);
        return new Draft(
                run,
                List.of(),
                List.of(DrillAsking.path(), DrillAsking.calls(it), DrillAsking.seconds()));
    }

    private static Draft concurrency(DrillSetting it) {
        int items = it.between(4, 9);
        int takes = it.between(2, 9);
        String list =
                java.util.stream.IntStream.rangeClosed(1, items)
                        .mapToObj(String::valueOf)
                        .collect(java.util.stream.Collectors.joining(", "));
        String run =
                ("{definition: {StartAt: Each, States: {Each: {Type: Map, ItemsPath: $.items, MaxConcurrency: %d, ItemProcessor: {StartAt: %s, States: {%s}}, End: true}}}, "
                                + "world: {functions: {%s: {after: PT%dS}}}, input: {items: [%s]}}")
                        .formatted(
                                it.between(0, 4),
                                it.state(),
                                task(it, ", End: true"),
                                it.function(),
                                takes,
                                list);
        return new Draft(
                run,
                List.of("Each call of `" + it.function() + "` takes " + takes + " s."),
                List.of(DrillAsking.seconds()));
    }

    private static Draft timeouts(DrillSetting it) {
        int limit = it.between(3, 10);
        int slow = limit + it.between(1, 10);
        String fields =
                ", TimeoutSeconds: %d, Retry: [{ErrorEquals: [%s], IntervalSeconds: %d, BackoffRate: %d, MaxAttempts: %d}], Catch: [{ErrorEquals: [States.ALL], Next: Undo}], Next: Confirm"
                        .formatted(
                                limit,
                                it.oneOf("States.Timeout", "States.ALL", "States.TaskFailed"),
                                it.between(1, 4),
                                it.between(1, 2),
                                it.between(1, 3));
        String run =
                ("{definition: {StartAt: %s, States: {%s, Confirm: {Type: Succeed}, Undo: {Type: Pass, End: true}}}, "
                                + "world: {functions: {%s: {after: PT1S}}}, faults: [{call: %s, calls: \"1-%d\", takes: PT%dS}]}")
                        .formatted(
                                it.state(),
                                task(it, fields),
                                it.function(),
                                it.function(),
                                it.between(1, 4),
                                slow);
        return new Draft(
                run,
                List.of("All other calls of `" + it.function() + "` take 1 s."),
                List.of(DrillAsking.seconds(), DrillAsking.calls(it), DrillAsking.path()));
    }

    private static Draft twoRetriers(DrillSetting it) {
        int first = it.between(1, 3);
        String fields =
                ", Retry: [{ErrorEquals: [%s], IntervalSeconds: %d, BackoffRate: %d, MaxAttempts: %d}, {ErrorEquals: [%s], IntervalSeconds: %d, BackoffRate: 1, MaxAttempts: %d}], Catch: [{ErrorEquals: [States.ALL], Next: Undo}], End: true"
                        .formatted(
                                it.error(),
                                it.between(1, 3),
                                it.between(1, 3),
                                it.between(1, 3),
                                it.oneOf("States.ALL", it.otherError()),
                                it.between(5, 9),
                                it.between(1, 3));
        String run =
                ("{definition: {StartAt: %s, States: {%s, Undo: {Type: Pass, End: true}}}, world: {functions: {%s: {}}}, "
                                + "faults: [{call: %s, calls: \"1-%d\", error: %s}, {call: %s, calls: \"%d-%d\", error: %s}]}")
                        .formatted(
                                it.state(),
                                task(it, fields),
                                it.function(),
                                it.function(),
                                first,
                                it.error(),
                                it.function(),
                                first + 1,
                                first + it.between(1, 4),
                                it.otherError());
        return new Draft(
                run,
                List.of(),
                List.of(
                        DrillAsking.retriers(it),
                        DrillAsking.calls(it),
                        DrillAsking.seconds(),
                        DrillAsking.path()));
    }

    private static Draft costs(DrillSetting it) {
        String fields =
                ", TimeoutSeconds: %d, Retry: [{ErrorEquals: [%s], IntervalSeconds: %d, MaxAttempts: %d}], Catch: [{ErrorEquals: [States.ALL], Next: Tell}], Next: Confirm"
                        .formatted(
                                it.between(10, 20),
                                it.oneOf(it.error(), "States.TaskFailed"),
                                it.between(1, 4),
                                it.between(1, 4));
        String run =
                ("{definition: {StartAt: %s, States: {%s, Tell: {Type: Pass, Next: Undo}, Undo: {Type: Pass, Next: Close}, Confirm: {Type: Pass, Next: Close}, Close: {Type: Succeed}}}, "
                                + "world: {functions: {%s: {after: PT%dS}}}, faults: [{call: %s, calls: \"1-%d\", error: %s}]}")
                        .formatted(
                                it.state(),
                                task(it, fields),
                                it.function(),
                                it.between(1, 3),
                                it.function(),
                                it.between(1, 5),
                                it.oneOf(it.error(), it.error(), it.otherError()));
        String takes = run.replaceAll(".*after: PT(\\d+)S.*", "$1");
        return new Draft(
                run,
                List.of("A call of `" + it.function() + "` that works takes " + takes + " s."),
                List.of(
                        DrillAsking.transitions(),
                        DrillAsking.standardCost(),
                        DrillAsking.expressCost()));
    }

    private static Draft branches(DrillSetting it) {
        int slow = it.between(4, 9);
        String run =
                ("{definition: {StartAt: Both, States: {Both: {Type: Parallel, Branches: ["
                                + "{StartAt: Long, States: {Long: {Type: Wait, Seconds: %d, Next: Slow}, Slow: {Type: Pass, Result: slow, End: true}}}, "
                                + "{StartAt: %s, States: {%s}}], Catch: [{ErrorEquals: [States.ALL], Next: Undo}], End: true}, Undo: {Type: Pass, Result: undone, End: true}}}, "
                                + "world: {functions: {%s: {returns: done}}}, faults: [{call: %s, calls: \"1-%d\", error: %s}]}")
                        .formatted(
                                slow,
                                it.state(),
                                task(
                                        it,
                                        ", Retry: [{ErrorEquals: [States.ALL], IntervalSeconds: %d, BackoffRate: 2, MaxAttempts: %d}], End: true"
                                                .formatted(it.between(1, 3), it.between(1, 3))),
                                it.function(),
                                it.function(),
                                it.between(1, 4),
                                it.error());
        return new Draft(
                run,
                List.of("`" + it.function() + "` returns `\"done\"` when it does not fail."),
                List.of(DrillAsking.seconds(), DrillAsking.output(), DrillAsking.calls(it)));
    }
}

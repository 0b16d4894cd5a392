package dev.statecraft.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an execution can be redriven at some moment.
 *
 * @param reason why not, in the service's words; present where it cannot be redriven by itself
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">redriveStatusReason,
 *     read 2026-11</a>
 */
public record RedriveStatus(Kind kind, Optional<String> reason) {
    /** How long after its end an execution can be redriven. */
    public static final Duration PERIOD = Duration.ofDays(14);

    private static final RedriveStatus REDRIVABLE =
            new RedriveStatus(Kind.REDRIVABLE, Optional.empty());

    /** As DescribeExecution spells them. */
    public enum Kind {
        REDRIVABLE,
        NOT_REDRIVABLE,
        /** A child of a Map Run: redriving the execution that started the Map Run redrives it. */
        REDRIVABLE_BY_MAP_RUN
    }

    public boolean isRedrivable() {
        return kind == Kind.REDRIVABLE;
    }

    static RedriveStatus of(RunningExecution execution, Instant now) {
        ExecutionRequest request = execution.request();
        return switch (execution.status()) {
            case RUNNING, SUCCEEDED ->
                    no("Execution is " + execution.status() + " and cannot be redriven");
            case FAILED, TIMED_OUT, ABORTED -> {
                boolean isExpress = request.type() == StateMachineType.EXPRESS;
                if (execution.mapRunArn().isEmpty()) {
                    yield isExpress
                            ? no("Execution of an EXPRESS state machine cannot be redriven")
                            : ofUnsuccessful(execution, now);
                }
                // An Express child starts anew, so nothing of its past is in the way.
                RedriveStatus alone = isExpress ? REDRIVABLE : ofUnsuccessful(execution, now);
                yield alone.isRedrivable()
                        ? new RedriveStatus(Kind.REDRIVABLE_BY_MAP_RUN, Optional.empty())
                        : alone;
            }
        };
    }

    private static RedriveStatus ofUnsuccessful(RunningExecution execution, Instant now) {
        Quotas quotas = execution.request().quotas();
        // The redrive itself and the end of the execution need an event each.
        if (execution.lastEventId() >= quotas.historyEvents() - 1) {
            return no("Execution history event limit exceeded");
        }
        if (!now.isBefore(execution.startDate().plus(quotas.executionTime()))) {
            return no("Execution has exceeded the max execution time");
        }
        if (now.isAfter(execution.stopDate().orElseThrow().plus(PERIOD))) {
            return no("Execution redrivable period exceeded");
        }
        if (execution.simulation().hasExhaustedMapRun(execution)) {
            return no("Map Run redrive limit exceeded");
        }
        return REDRIVABLE;
    }

    private static RedriveStatus no(String reason) {
        return new RedriveStatus(Kind.NOT_REDRIVABLE, Optional.of(reason));
    }
}

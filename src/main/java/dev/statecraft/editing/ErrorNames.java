package dev.statecraft.editing;

import java.util.List;

/**
 * The error names that the service predefines.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors, read 2026-11</a>
 */
final class ErrorNames {
    static final List<String> ALL =
            List.of(
                    "States.ALL",
                    "States.TaskFailed",
                    "States.Timeout",
                    "States.HeartbeatTimeout",
                    "States.Permissions",
                    "States.DataLimitExceeded",
                    "States.QueryEvaluationError",
                    "States.IntrinsicFailure",
                    "States.ParameterPathFailure",
                    "States.ResultPathMatchFailure",
                    "States.NoChoiceMatched",
                    "States.BranchFailed",
                    "States.ExceedToleratedFailureThreshold",
                    "States.ItemReaderFailed",
                    "States.ResultWriterFailed",
                    "States.Http.Socket",
                    "States.Runtime");

    private ErrorNames() {}
}

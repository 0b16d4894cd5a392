package dev.statecraft.sandbox.services;

import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;

/** Words the errors of Step Functions as a task that calls it sees them. */
final class SfnErrors {

    private SfnErrors() {}

    static boolean isSdk(ServiceCall call) {
        return call.resource().service().startsWith("aws-sdk:");
    }

    /** @param code as the API spells it, such as {@code ExecutionDoesNotExist} */
    static ServiceAnswer failed(ServiceCall call, String code, String message) {
        String requestId = call.account().random().nextUuid().toString();
        return isSdk(call)
                ? ServiceAnswer.failed(
                        "Sfn." + code + "Exception",
                        message
                                + " (Service: Sfn, Status Code: 400, Request ID: "
                                + requestId
                                + ") (SDK Attempt Count: 1)")
                : ServiceAnswer.failed(
                        "StepFunctions." + code + "Exception",
                        message
                                + " (Service: AWSStepFunctions; Status Code: 400; Error Code: "
                                + code
                                + "; Request ID: "
                                + requestId
                                + "; Proxy: null)");
    }

    static ServiceAnswer noSuchExecution(ServiceCall call, String arn) {
        return failed(call, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
}

package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** What the service accepts, and what will surprise all the same. The first three are warnings of the service's own. */
public enum AdviceRule implements Rule {
    NO_DOLLAR(
            Severity.WARNING,
            "The value of '%1$s' looks like a path or an intrinsic function, but '%1$s' does not end in '.$'.",
            "Name the field with \".$\" at its end to have the value evaluated.",
            Examples.pass("\"Parameters\": { \"name\": \"$.customer.name\" }")),
    NO_PATH(
            Severity.WARNING,
            "The value of '%1$s' looks like a path, but '%1$s' takes it as a text.",
            "Use the field's form for paths.",
            Examples.state("\"Type\": \"Fail\", \"Cause\": \"$.cause\"")),
    PASS_RESULT_IS_STATIC(
            Severity.WARNING,
            "Result is handed on as it stands; '%s' in it is not evaluated.",
            "Use \"Parameters\" instead of \"Result\" to build data from paths.",
            Examples.pass("\"Result\": { \"name.$\": \"$.customer.name\" }")),
    EXPRESSION_TAKEN_AS_TEXT(
            Severity.WARNING,
            "This text is not evaluated: %s.",
            "Begin it with \"{%\" and end it with \"%}\", without a blank outside, in a state that speaks JSONata.",
            Examples.output("\" {% $states.input.total %} \"")),
    UNKNOWN_FUNCTION(
            Severity.WARNING,
            "There is no function $%s.",
            "Use a function of JSONata, or bind one in the same expression: variables cannot hold functions.",
            Examples.output("\"{% $upper($states.input.name) %}\"")),
    UNKNOWN_CONTEXT_FIELD(
            Severity.WARNING,
            "The Context object has no field %s.",
            "It has Execution, State, StateMachine, and where they make sense Task and Map.",
            Examples.pass("\"InputPath\": \"$$.Execution.ID\"")),
    UNKNOWN_PARAMETER(
            Severity.WARNING,
            "This call has no parameter named '%s'.",
            "Check the spelling: parameters begin with a capital letter.",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
                            + " \"Parameters\": { \"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/111122223333/q\","
                            + " \"MessageBody\": \"hello\", \"delaySeconds\": 5 }, \"End\": true")),
    RESERVED_ERROR_NAME(
            Severity.WARNING,
            "Names that begin with \"States.\" are reserved, and \"%s\" is not one of them.",
            "Choose a name of your own, such as \"OrderRejected\".",
            Examples.state("\"Type\": \"Fail\", \"Error\": \"States.OrderRejected\"")),
    UNKNOWN_STATES_ERROR(
            Severity.WARNING,
            "There is no error named \"%s\".",
            "Names that begin with \"States.\" are the service's own; use one of them, or a name that"
                    + " your task fails with.",
            Examples.task("\"Retry\": [{ \"ErrorEquals\": [\"States.TimeOut\"] }]")),
    RUNTIME_ERROR_CANNOT_BE_CAUGHT(
            Severity.WARNING,
            "States.Runtime is never retried or caught.",
            "Guard against its cause instead, for example with an IsPresent rule before a path is used.",
            Examples.task("\"Retry\": [{ \"ErrorEquals\": [\"States.Runtime\"] }]")),
    TOLERANCE_WITHOUT_EFFECT(
            Severity.WARNING,
            "Field '%s' has no effect in INLINE mode",
            "One failed iteration fails an inline Map. Set \"Mode\": \"DISTRIBUTED\" in the"
                    + " ProcessorConfig, or catch the error inside the ItemProcessor.",
            Examples.map("\"ToleratedFailureCount\": 1,", "")),
    CALLBACK_WITHOUT_TOKEN(
            Severity.WARNING,
            "\"%s\" waits for a callback and hands its task token to nobody.",
            "Send \"$$.Task.Token\" (in JSONata $states.context.Task.Token) along with the call.",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\","
                            + " \"Parameters\": { \"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/111122223333/q\", \"MessageBody\": \"hello\" }, \"TimeoutSeconds\": 60, \"End\": true")),
    TOKEN_OUTSIDE_CALLBACK(
            Severity.WARNING,
            "\"%s\" has no task token.",
            "Only a task that waits for an answer has one: let its Resource end in \".waitForTaskToken\".",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
                            + " \"Parameters\": { \"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/111122223333/q\", \"MessageBody.$\": \"$$.Task.Token\" }, \"End\": true")),
    PAYLOAD_TOO_LARGE(
            Severity.WARNING,
            "These %s bytes pass the limit of 262144 (256 KiB) on what a state hands on.",
            "Keep large data in S3 and hand on its key; otherwise the execution fails with States.DataLimitExceeded.",
            Examples.pass("\"Result\": \"" + "0123456789".repeat(27_000) + "\"")),
    PAYLOAD_GROWS(
            Severity.WARNING,
            "\"%s\" enlarges its data in each round of the loop: after %s rounds at most it passes 256 KiB.",
            "Keep only what the next round needs, or write the rest to S3 or a table; otherwise the execution fails with"
                    + " States.DataLimitExceeded.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Parameters\": { \"left.$\": \"$\", \"right.$\": \"$\" }, \"Next\": \"B\" },\n"
                            + "    \"B\": { \"Type\": \"Choice\", \"Default\": \"A\", \"Choices\": [{ \"Variable\": \"$.ready\", \"IsPresent\": true, \"Next\": \"C\" }] },\n"
                            + "    \"C\": { \"Type\": \"Succeed\" }")),
    HISTORY_TOO_LONG(
            Severity.WARNING,
            "%s items make at least %s events, and an execution ends with an error after 25000.",
            "Set \"Mode\": \"DISTRIBUTED\" in the ProcessorConfig: child executions have histories of their own.",
            Examples.jsonata(
                    "\"A\": { \"Type\": \"Map\", \"Items\": \"{% [1..10000] %}\", \"End\": true,\n"
                            + "      \"ItemProcessor\": { \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } } }")),
    RESULTS_WITHOUT_WRITER(
            Severity.HINT,
            "The results of \"%s\" come back as one list, which must stay below 256 KiB.",
            "Add a ResultWriter to have them written to S3, or drop them with \"ResultPath\": null; otherwise many items fail"
                    + " the state with States.DataLimitExceeded.",
            Examples.distributed(
                    "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:listObjectsV2\", \"Parameters\": { \"Bucket\": \"photos\" } },")),
    TASK_WITHOUT_RETRY(
            Severity.HINT,
            "\"%s\" %s and has no Retry.",
            "Calls over a network fail now and then and nothing is tried again by itself; add a Retry.",
            Examples.task("\"TimeoutSeconds\": 60")),
    CALLBACK_WITHOUT_TIMEOUT(
            Severity.HINT,
            "\"%s\" waits for %s and has no time-out.",
            "Add \"TimeoutSeconds\" or \"HeartbeatSeconds\", and catch States.Timeout: it waits for up to a year.",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\","
                            + " \"Parameters\": { \"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/111122223333/q\", \"MessageBody.$\": \"$$.Task.Token\" }, \"End\": true"));

    private final Severity severity;
    private final String says;
    private final String remedy;
    private final String example;

    AdviceRule(Severity severity, String says, String remedy, String example) {
        this.severity = severity;
        this.says = says;
        this.remedy = remedy;
        this.example = example;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public String example() {
        return example;
    }
}

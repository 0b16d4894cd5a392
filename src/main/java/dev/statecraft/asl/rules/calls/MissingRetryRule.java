package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;

/** Hints at tasks without a Retry: calls over a network fail now and then, and nothing is tried again by itself. */
public final class MissingRetryRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Task") && !isTriedAgain(entry))
                .filter(MissingRetryRule::isCalledOverTheNetwork)
                .forEach(entry -> report(entry, problems));
    }

    /** True for a state with a Retry, or in one that is tried again as a whole. */
    private static boolean isTriedAgain(Entry entry) {
        return entry.node().has("Retry")
                || entry.around().filter(MissingRetryRule::isTriedAgain).isPresent();
    }

    // A worker polls an activity at its own pace, and a started job would be started twice.
    private static boolean isCalledOverTheNetwork(Entry entry) {
        String resource = entry.resource();
        return resource.contains(":lambda:")
                || resource.startsWith("arn:aws:states:::http:")
                || resource.startsWith("arn:aws:states:::apigateway:")
                || resource.startsWith("arn:aws:states:::dynamodb:")
                || resource.startsWith("arn:aws:states:::bedrock:");
    }

    private static void report(Entry entry, Problems problems) {
        boolean isFunction = entry.resource().contains(":lambda:");
        String service = entry.resource().replaceFirst("^arn:aws:states:::", "").split(":")[0];
        problems.reportWith(
                isFunction
                        ? "Consider a Retry for Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and"
                                + " Lambda.TooManyRequestsException: they pass by themselves."
                        : "Consider a Retry for the errors that pass by themselves, with a BackoffRate and \"JitterStrategy\": \"FULL\".",
                AdviceRule.TASK_WITHOUT_RETRY,
                entry.place(),
                entry.name(),
                isFunction ? "calls a Lambda function" : "calls " + service);
    }
}

package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;

/** Hints at Lambda tasks without a Retry: the service fails now and then, and nothing is tried again by itself. */
final class MissingRetryRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .filter(MissingRetryRule::callsLambda)
                .filter(entry -> !entry.node().has("Retry"))
                .forEach(
                        entry ->
                                problems.hint(
                                        "TASK_WITHOUT_RETRY",
                                        new Place(
                                                entry.pointer(),
                                                entry.field().nameStart(),
                                                entry.field().nameEnd()),
                                        "\""
                                                + entry.name()
                                                + "\" calls a Lambda function and has no Retry.",
                                        "Consider a Retry for Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and"
                                                + " Lambda.TooManyRequestsException: they pass by themselves."));
    }

    private static boolean callsLambda(Entry entry) {
        String resource = entry.node().value("Resource").map(it -> it.json().asText()).orElse("");
        return resource.contains(":lambda:");
    }
}

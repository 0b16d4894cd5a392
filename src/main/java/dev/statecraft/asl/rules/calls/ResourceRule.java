package dev.statecraft.asl.rules.calls;

import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a {@code Resource} that is no ARN, or names an integration that the service does not have. */
public final class ResourceRule implements DefinitionRule {
    private static final Pattern INTEGRATION = Pattern.compile("arn:aws[a-z-]*:states:::(.*)");
    private static final Pattern FUNCTION_OR_ACTIVITY =
            Pattern.compile(
                    "arn:aws[a-z-]*:(lambda:[^:]*:[^:]*:function:.+|states:[^:]*:[^:]*:activity:.+)");

    /** A service in lower case and an action in camel case. */
    private static final Pattern SDK_CALL =
            Pattern.compile("[a-z0-9]+:[a-z][A-Za-z0-9]*(\\.waitForTaskToken)?");

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Task"))
                .forEach(
                        entry ->
                                entry.node()
                                        .field("Resource")
                                        .filter(field -> field.value().json().isTextual())
                                        .ifPresent(field -> check(entry, field, problems)));
    }

    private static void check(Entry entry, Field field, Problems problems) {
        String resource = entry.resource();
        Place place = Place.ofValue(entry.pointer(), field);
        if (!resource.startsWith("arn:")) {
            problems.report(SchemaRule.RESOURCE_NOT_AN_ARN, place);
            return;
        }
        refusal(resource)
                .ifPresent(
                        remedy ->
                                problems.reportWith(
                                        remedy,
                                        SchemaRule.RESOURCE_NOT_RECOGNIZED,
                                        place,
                                        resource));
        if (resource.contains(":activity:") && entry.node().has("Credentials")) {
            problems.report(
                    SchemaRule.CREDENTIALS_ON_ACTIVITY,
                    Place.ofValue(
                            entry.pointer(), entry.node().field("Credentials").orElseThrow()));
        }
    }

    private static Optional<String> refusal(String resource) {
        Matcher integration = INTEGRATION.matcher(resource);
        if (integration.matches()) {
            return refusalOfCall(integration.group(1));
        }
        return FUNCTION_OR_ACTIVITY.matcher(resource).matches()
                ? Optional.empty()
                : Optional.of(
                        "A task calls a function, an activity or an integration such as \"arn:aws:states:::sqs:sendMessage\".");
    }

    private static Optional<String> refusalOfCall(String called) {
        String[] parts = called.split(":", 2);
        if (parts.length < 2) {
            return Optional.of(
                    "Write a service and an action after the colons, such as \"arn:aws:states:::lambda:invoke\".");
        }
        if (!parts[0].equals("aws-sdk")) {
            return Integration.refusal(parts[0], parts[1]);
        }
        if (!parts[1].contains(":")) {
            return Optional.of(
                    "Write a service and an action after \"aws-sdk:\", such as \"arn:aws:states:::aws-sdk:s3:getObject\".");
        }
        if (parts[1].endsWith(".sync") || parts[1].endsWith(".sync:2")) {
            return Optional.of("An AWS SDK integration cannot wait for a job: remove \".sync\".");
        }
        return SDK_CALL.matcher(parts[1]).matches()
                ? Optional.empty()
                : Optional.of(
                        "Write the service in lower case and begin the action with a small letter, such as \"arn:aws:states:::aws-sdk:s3:getObject\".");
    }
}

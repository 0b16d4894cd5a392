package dev.statecraft.asl;

import dev.statecraft.asl.SourceNode.Field;
import dev.statecraft.asl.StateIndex.Entry;

/** Refuses a {@code Resource} that is no ARN, or has no form that a Task can call. */
final class ResourceRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().groups().stream()
                .flatMap(group -> group.states().values().stream())
                .filter(ResourceRule::isTask)
                .forEach(
                        entry ->
                                entry.node()
                                        .field("Resource")
                                        .filter(field -> field.value().json().isTextual())
                                        .ifPresent(field -> check(entry, field, problems)));
    }

    private static boolean isTask(Entry entry) {
        return entry.node()
                .value("Type")
                .filter(it -> it.json().asText().equals("Task"))
                .isPresent();
    }

    private static void check(Entry entry, Field field, Problems problems) {
        String resource = field.value().json().textValue();
        if (!resource.startsWith("arn:")) {
            problems.error(
                    Place.ofValue(entry.pointer(), field),
                    "Value is not a valid resource ARN",
                    "Write an ARN such as \"arn:aws:states:::lambda:invoke\" or that of a function.");
        } else if (isUnknownDynamoDbAction(resource)) {
            problems.error(
                    Place.ofValue(entry.pointer(), field),
                    "The resource provided "
                            + resource
                            + " is not recognized. The value is not a valid resource ARN, or the"
                            + " resource is not available in this region.",
                    "The optimised DynamoDB integration has getItem, putItem, updateItem and deleteItem; use"
                            + " \"arn:aws:states:::aws-sdk:dynamodb:"
                            + resource.substring(resource.lastIndexOf(':') + 1)
                            + "\" for others.");
        }
    }

    private static boolean isUnknownDynamoDbAction(String resource) {
        return resource.startsWith("arn:aws:states:::dynamodb:")
                && !resource.matches("arn:aws:states:::dynamodb:(get|put|update|delete)Item");
    }
}

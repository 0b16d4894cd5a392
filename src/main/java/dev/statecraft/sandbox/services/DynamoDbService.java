package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DynamoDB: the four actions of the optimised integration, also through the SDK integration. Conditions: {@code attribute_exists(x)} and
 * {@code attribute_not_exists(x)}. Updates: {@code SET a = :v, #b = :w}.
 */
final class DynamoDbService implements SimulatedService {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*attribute_(not_)?exists\\s*\\(\\s*([#\\w.]{1,100})\\s*\\)\\s*");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*([#\\w]{1,100})\\s*=\\s*(:\\w{1,100})\\s*");

    @Override
    public Set<String> services() {
        return Set.of("dynamodb", "aws-sdk:dynamodb");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        String table = call.text("TableName");
        if (!call.account().tables().has(table)) {
            return failed(call, "ResourceNotFoundException", "Requested resource not found");
        }
        JsonNode keyed =
                call.parameters().path(call.resource().action().equals("putItem") ? "Item" : "Key");
        if (!call.account().tables().hasKey(table, keyed)) {
            return failed(
                    call,
                    "ValidationException",
                    "The provided key element does not match the schema");
        }
        Optional<JsonNode> present = call.account().tables().get(table, keyed);
        if (!conditionHolds(call, present)) {
            return failed(
                    call, "ConditionalCheckFailedException", "The conditional request failed");
        }
        return act(call, table, keyed, present);
    }

    private static ServiceAnswer act(
            ServiceCall call, String table, JsonNode keyed, Optional<JsonNode> present) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        switch (call.resource().action()) {
            case "getItem" -> present.ifPresent(item -> response.set("Item", item));
            case "putItem" -> call.account().tables().put(table, keyed);
            case "deleteItem" -> call.account().tables().delete(table, keyed);
            case "updateItem" -> {
                Optional<JsonNode> updated = updated(call, keyed, present);
                if (updated.isEmpty()) {
                    return failed(call, "ValidationException", "Invalid UpdateExpression");
                }
                call.account().tables().put(table, updated.get());
                if (call.text("ReturnValues").equals("ALL_NEW")) {
                    response.set("Attributes", updated.get());
                }
            }
            default -> {
                return ServiceAnswer.failed(
                        "States.TaskFailed",
                        "This sandbox does not simulate dynamodb:"
                                + call.resource().action()
                                + ".");
            }
        }
        if (!call.resource().service().startsWith("aws-sdk:")) {
            SdkMetadata.addTo(response, call);
        }
        return ServiceAnswer.returned(response);
    }

    private static boolean conditionHolds(ServiceCall call, Optional<JsonNode> present) {
        String condition = call.text("ConditionExpression");
        if (condition.isEmpty()) {
            return true;
        }
        Matcher matcher = CONDITION.matcher(condition);
        if (!matcher.matches()) {
            return false;
        }
        String attribute = named(call, matcher.group(2));
        boolean exists = present.filter(item -> item.has(attribute)).isPresent();
        return exists == (matcher.group(1) == null);
    }

    private static Optional<JsonNode> updated(
            ServiceCall call, JsonNode key, Optional<JsonNode> present) {
        String expression = call.text("UpdateExpression").strip();
        if (!expression.startsWith("SET ")) {
            return Optional.empty();
        }
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.setAll((ObjectNode) present.orElse(key));
        for (String assignment : expression.substring(4).split(",")) {
            Matcher matcher = ASSIGNMENT.matcher(assignment);
            JsonNode value =
                    matcher.matches()
                            ? call.parameters()
                                    .path("ExpressionAttributeValues")
                                    .path(matcher.group(2))
                            : JsonNodeFactory.instance.missingNode();
            if (value.isMissingNode()) {
                return Optional.empty();
            }
            item.set(named(call, matcher.group(1)), value);
        }
        return Optional.of(item);
    }

    private static String named(ServiceCall call, String name) {
        return name.startsWith("#")
                ? call.parameters().path("ExpressionAttributeNames").path(name).asText(name)
                : name;
    }

    private static ServiceAnswer failed(ServiceCall call, String exception, String message) {
        boolean sdk = call.resource().service().startsWith("aws-sdk:");
        return sdk
                ? ServiceAnswer.failed(
                        "DynamoDb." + exception, message + " (Service: DynamoDb, Status Code: 400)")
                : ServiceAnswer.failed(
                        "DynamoDB." + exception,
                        message
                                + " (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: "
                                + exception
                                + "; Proxy: null)");
    }
}

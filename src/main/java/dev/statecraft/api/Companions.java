package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.teststate.StateTestReport;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;
import dev.statecraft.sandbox.stores.Messages;
import dev.statecraft.sandbox.world.World;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few operations of SQS, DynamoDB and EventBridge that a walk through a workflow needs, in their JSON protocols. */
final class Companions {
    private static final Map<String, Action> ALL = new LinkedHashMap<>();
    private static final int DEFAULT_VISIBILITY_SECONDS = 30;

    static {
        ALL.put("AmazonSQS.CreateQueue", Action.of(Companions::createQueue));
        ALL.put("AmazonSQS.GetQueueUrl", Action.of(Companions::queueUrl));
        ALL.put("AmazonSQS.ListQueues", Action.of(Companions::listQueues));
        ALL.put("AmazonSQS.SendMessage", calling("aws-sdk:sqs:sendMessage"));
        ALL.put("AmazonSQS.ReceiveMessage", Action.of(Companions::receive));
        ALL.put("AmazonSQS.DeleteMessage", Action.of(Companions::deleteMessage));
        ALL.put("AmazonSQS.PurgeQueue", Action.of(Companions::purge));
        ALL.put("DynamoDB_20120810.CreateTable", Action.of(Companions::createTable));
        ALL.put("DynamoDB_20120810.DescribeTable", Action.of(Companions::describeTable));
        ALL.put("DynamoDB_20120810.ListTables", Action.of(Companions::listTables));
        ALL.put("DynamoDB_20120810.Scan", Action.of(Companions::scan));
        for (String action : List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem")) {
            ALL.put(
                    "DynamoDB_20120810." + action,
                    calling(
                            "aws-sdk:dynamodb:"
                                    + Character.toLowerCase(action.charAt(0))
                                    + action.substring(1)));
        }
        ALL.put("AWSEvents.CreateEventBus", Action.of(Companions::createEventBus));
        ALL.put("AWSEvents.ListEventBuses", Action.of(Companions::listEventBuses));
        ALL.put("AWSEvents.PutEvents", Action.of(Companions::putEvents));
    }

    private Companions() {}

    /** @param target the whole header {@code X-Amz-Target} */
    static Optional<Action> named(String target) {
        return Optional.ofNullable(ALL.get(target));
    }

    private static Action calling(String integration) {
        return Action.of(
                (region, parameters) -> {
                    StateTestReport report =
                            region.call("arn:aws:states:::" + integration, parameters.json());
                    return (ObjectNode) report.output().orElseThrow(() -> refused(report));
                });
    }

    private static ServiceError refused(StateTestReport report) {
        String error = report.error().orElse("InternalFailure");
        return new ServiceError(
                error.substring(error.indexOf('.') + 1), report.cause().orElse(error));
    }

    private static String url(Region region, String queue) {
        return "https://sqs." + Region.NAME + ".amazonaws.com/" + region.accountId() + "/" + queue;
    }

    private static String queueOf(Region region, Parameters parameters) {
        String url = parameters.requiredText("QueueUrl", 1, 2000);
        parameters.check();
        String name = url.substring(url.lastIndexOf('/') + 1);
        requireQueue(region, name);
        return name;
    }

    private static void requireQueue(Region region, String name) {
        if (!region.resources().world().queues().contains(name)) {
            throw new ServiceError(
                    "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
        }
    }

    private static ObjectNode createQueue(Region region, Parameters parameters) {
        String name = parameters.requiredText("QueueName", 1, 80);
        parameters.check();
        region.resources().addQueue(Names.checked(name));
        return Answers.empty().put("QueueUrl", url(region, name));
    }

    private static ObjectNode queueUrl(Region region, Parameters parameters) {
        String name = parameters.requiredText("QueueName", 1, 80);
        parameters.check();
        requireQueue(region, name);
        return Answers.empty().put("QueueUrl", url(region, name));
    }

    private static ObjectNode listQueues(Region region, Parameters parameters) {
        ObjectNode answer = Answers.empty();
        ArrayNode urls = answer.putArray("QueueUrls");
        region.resources().world().queues().forEach(name -> urls.add(url(region, name)));
        return answer;
    }

    private static ObjectNode receive(Region region, Parameters parameters) {
        long most = parameters.number("MaxNumberOfMessages", 1, 10).orElse(1L);
        long visibility =
                parameters
                        .number("VisibilityTimeout", 0, 43_200)
                        .orElse((long) DEFAULT_VISIBILITY_SECONDS);
        String queue = queueOf(region, parameters);
        ObjectNode answer = Answers.empty();
        List<Messages.Message> received =
                region.resources()
                        .queues()
                        .receive(
                                queue,
                                (int) most,
                                Duration.ofSeconds(visibility),
                                region.clock().instant());
        if (!received.isEmpty()) {
            ArrayNode messages = answer.putArray("Messages");
            for (Messages.Message message : received) {
                String body =
                        message.body().isTextual()
                                ? message.body().textValue()
                                : message.body().toString();
                messages.addObject()
                        .put("MessageId", message.id())
                        .put("ReceiptHandle", message.id())
                        .put("MD5OfBody", md5(body))
                        .put("Body", body);
            }
        }
        return answer;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    private static ObjectNode deleteMessage(Region region, Parameters parameters) {
        String handle = parameters.requiredText("ReceiptHandle", 1, 2000);
        queueOf(region, parameters);
        region.resources().queues().delete(handle);
        return Answers.empty();
    }

    private static ObjectNode purge(Region region, Parameters parameters) {
        region.resources().queues().purge(queueOf(region, parameters));
        return Answers.empty();
    }

    private static ObjectNode createTable(Region region, Parameters parameters) {
        String name = parameters.requiredText("TableName", 3, 255);
        List<String> keys = new ArrayList<>();
        for (Parameters key : parameters.structures("KeySchema").orElse(List.of())) {
            keys.add(key.requiredText("AttributeName", 1, 255));
        }
        if (keys.isEmpty()) {
            parameters.missing("KeySchema");
        }
        parameters.check();
        if (!region.resources().stores().tables().create(name, new World.Table(keys, List.of()))) {
            throw new ServiceError("ResourceInUseException", "Table already exists: " + name);
        }
        ObjectNode answer = Answers.empty();
        answer.set("TableDescription", described(region, name));
        return answer;
    }

    private static ObjectNode described(Region region, String table) {
        return Answers.empty()
                .put("TableName", table)
                .put("TableStatus", "ACTIVE")
                .put(
                        "TableArn",
                        "arn:aws:dynamodb:"
                                + Region.NAME
                                + ":"
                                + region.accountId()
                                + ":table/"
                                + table)
                .put("ItemCount", region.resources().stores().tables().items(table).size());
    }

    private static String existingTable(Region region, Parameters parameters) {
        String name = parameters.requiredText("TableName", 1, 1024);
        parameters.check();
        if (!region.resources().stores().tables().has(name)) {
            throw new ServiceError("ResourceNotFoundException", "Requested resource not found");
        }
        return name;
    }

    private static ObjectNode describeTable(Region region, Parameters parameters) {
        ObjectNode answer = Answers.empty();
        answer.set("Table", described(region, existingTable(region, parameters)));
        return answer;
    }

    private static ObjectNode listTables(Region region, Parameters parameters) {
        ObjectNode answer = Answers.empty();
        ArrayNode names = answer.putArray("TableNames");
        region.resources().stores().tables().names().forEach(names::add);
        return answer;
    }

    private static ObjectNode scan(Region region, Parameters parameters) {
        String table = existingTable(region, parameters);
        ObjectNode answer = Answers.empty();
        ArrayNode items = answer.putArray("Items");
        for (JsonNode item : region.resources().stores().tables().items(table)) {
            items.add(item);
        }
        return answer.put("Count", items.size()).put("ScannedCount", items.size());
    }

    private static ObjectNode createEventBus(Region region, Parameters parameters) {
        String name = parameters.requiredText("Name", 1, 256);
        parameters.check();
        region.resources().addEventBus(name);
        return Answers.empty().put("EventBusArn", busArn(region, name));
    }

    private static String busArn(Region region, String name) {
        return "arn:aws:events:" + Region.NAME + ":" + region.accountId() + ":event-bus/" + name;
    }

    private static ObjectNode listEventBuses(Region region, Parameters parameters) {
        ObjectNode answer = Answers.empty();
        ArrayNode buses = answer.putArray("EventBuses");
        List<String> names = new ArrayList<>(List.of("default"));
        names.addAll(region.resources().world().eventBuses());
        names.forEach(name -> buses.addObject().put("Name", name).put("Arn", busArn(region, name)));
        return answer;
    }

    private static ObjectNode putEvents(Region region, Parameters parameters) {
        StateTestReport report =
                region.call("arn:aws:states:::events:putEvents", parameters.json());
        ObjectNode answer = (ObjectNode) report.output().orElseThrow(() -> refused(report));
        ObjectNode plain = Answers.empty();
        plain.set("Entries", answer.path("Entries"));
        return plain.put("FailedEntryCount", 0);
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.teststate.StateTestReport;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.util.Map;

/** CreateTopic, ListTopics and Publish of SNS. */
final class SnsApi {

    private SnsApi() {}

    /** What stands in the result of {@code action}. */
    static ObjectNode answer(Region region, String action, Map<String, String> fields) {
        return switch (action) {
            case "CreateTopic" -> create(region, fields.getOrDefault("Name", ""));
            case "ListTopics" -> list(region);
            case "Publish" -> publish(region, fields);
            default -> throw QueryProtocol.unknown(action);
        };
    }

    private static ObjectNode create(Region region, String name) {
        if (!name.matches("[a-zA-Z0-9_.-]{1,256}")) {
            throw new ServiceError("InvalidParameter", "Invalid parameter: Topic Name");
        }
        region.resources().addTopic(name);
        return Answers.empty().put("TopicArn", arn(region, name));
    }

    private static ObjectNode list(Region region) {
        ObjectNode answer = Answers.empty();
        ArrayNode members = answer.putObject("Topics").putArray("member");
        region.resources()
                .world()
                .topics()
                .forEach(name -> members.addObject().put("TopicArn", arn(region, name)));
        return answer;
    }

    private static ObjectNode publish(Region region, Map<String, String> fields) {
        ObjectNode parameters = Answers.empty();
        parameters.put("TopicArn", fields.getOrDefault("TopicArn", ""));
        parameters.put("Message", fields.getOrDefault("Message", ""));
        StateTestReport report = region.call("arn:aws:states:::sns:publish", parameters);
        String id =
                report.output()
                        .orElseThrow(
                                () ->
                                        new ServiceError(
                                                "NotFound",
                                                report.cause().orElse("Topic does not exist")))
                        .path("MessageId")
                        .asText();
        return Answers.empty().put("MessageId", id);
    }

    private static String arn(Region region, String topic) {
        return "arn:aws:sns:" + Region.NAME + ":" + region.accountId() + ":" + topic;
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.StateTestReport;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** CreateTopic, ListTopics and Publish of SNS, in its query protocol: a form in, XML out. */
final class SnsApi {

    private SnsApi() {}

    /** @param status of the HTTP response */
    record Answer(int status, String xml) {}

    static Answer answer(Region region, String form) {
        Map<String, String> fields = fields(form);
        String action = fields.getOrDefault("Action", "");
        return switch (action) {
            case "CreateTopic" -> {
                String name = fields.getOrDefault("Name", "");
                if (!name.matches("[a-zA-Z0-9_.-]{1,256}")) {
                    yield error("InvalidParameter", "Invalid parameter: Topic Name");
                }
                region.resources().addTopic(name);
                yield ok(action, writer -> XmlText.element(writer, "TopicArn", arn(region, name)));
            }
            case "ListTopics" ->
                    ok(
                            action,
                            writer -> {
                                writer.writeStartElement("Topics");
                                for (String name : region.resources().world().topics()) {
                                    writer.writeStartElement("member");
                                    XmlText.element(writer, "TopicArn", arn(region, name));
                                    writer.writeEndElement();
                                }
                                writer.writeEndElement();
                            });
            case "Publish" -> publish(region, fields);
            default -> error("InvalidAction", "There is no operation " + action + " here.");
        };
    }

    private static Answer publish(Region region, Map<String, String> fields) {
        ObjectNode parameters = Answers.empty();
        parameters.put("TopicArn", fields.getOrDefault("TopicArn", ""));
        parameters.put("Message", fields.getOrDefault("Message", ""));
        StateTestReport report = region.call("arn:aws:states:::sns:publish", parameters);
        if (report.output().isEmpty()) {
            return error("NotFound", report.cause().orElse("Topic does not exist"));
        }
        String id = report.output().get().path("MessageId").asText();
        return ok("Publish", writer -> XmlText.element(writer, "MessageId", id));
    }

    private static String arn(Region region, String topic) {
        return "arn:aws:sns:" + Region.NAME + ":" + region.accountId() + ":" + topic;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                fields.put(decoded(pair.substring(0, mark)), decoded(pair.substring(mark + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Answer ok(String action, XmlText.Content content) {
        return new Answer(
                200,
                XmlText.of(
                        action + "Response",
                        writer -> {
                            writer.writeStartElement(action + "Result");
                            content.write(writer);
                            writer.writeEndElement();
                            writer.writeStartElement("ResponseMetadata");
                            XmlText.element(writer, "RequestId", UUID.randomUUID().toString());
                            writer.writeEndElement();
                        }));
    }

    static Answer refused(ServiceError error) {
        return error(error.code(), error.getMessage());
    }

    private static Answer error(String code, String message) {
        return new Answer(
                400,
                XmlText.of(
                        "ErrorResponse",
                        writer -> {
                            writer.writeStartElement("Error");
                            XmlText.element(writer, "Type", "Sender");
                            XmlText.element(writer, "Code", code);
                            XmlText.element(writer, "Message", message);
                            writer.writeEndElement();
                            XmlText.element(writer, "RequestId", UUID.randomUUID().toString());
                        }));
    }
}

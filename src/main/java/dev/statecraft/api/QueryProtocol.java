package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The older protocol of AWS: a form in, XML out. SNS speaks it still, and clients from before 2023 speak it with SQS.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html">SQS
 *     query API</a>
 */
final class QueryProtocol {
    private static final String VERSION_OF_SQS = "2012-11-05";

    private QueryProtocol() {}

    /** @param status of the HTTP response */
    record Answer(int status, String xml) {}

    static Answer answer(Region region, String form) {
        Map<String, String> fields = fields(form);
        String action = fields.getOrDefault("Action", "");
        ObjectNode result =
                fields.getOrDefault("Version", "").equals(VERSION_OF_SQS)
                        ? SqsForm.answer(region, action, fields)
                        : SnsApi.answer(region, action, fields);
        return new Answer(
                200,
                XmlText.of(
                        action + "Response",
                        writer -> {
                            writer.writeStartElement(action + "Result");
                            writeFields(writer, result);
                            writer.writeEndElement();
                            writer.writeStartElement("ResponseMetadata");
                            XmlText.element(writer, "RequestId", UUID.randomUUID().toString());
                            writer.writeEndElement();
                        }));
    }

    /** The elements of a list each repeat its name. */
    private static void writeFields(XMLStreamWriter writer, JsonNode object)
            throws XMLStreamException {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isArray()) {
                for (JsonNode element : field.getValue()) {
                    write(writer, field.getKey(), element);
                }
            } else {
                write(writer, field.getKey(), field.getValue());
            }
        }
    }

    private static void write(XMLStreamWriter writer, String name, JsonNode value)
            throws XMLStreamException {
        if (!value.isObject()) {
            XmlText.element(writer, name, value.asText());
            return;
        }
        writer.writeStartElement(name);
        writeFields(writer, value);
        writer.writeEndElement();
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

    static ServiceError unknown(String action) {
        return new ServiceError("InvalidAction", "There is no operation " + action + " here.");
    }

    static Answer refused(ServiceError error) {
        return new Answer(
                400,
                XmlText.of(
                        "ErrorResponse",
                        writer -> {
                            writer.writeStartElement("Error");
                            XmlText.element(writer, "Type", "Sender");
                            XmlText.element(writer, "Code", error.code());
                            XmlText.element(writer, "Message", error.getMessage());
                            writer.writeEndElement();
                            XmlText.element(writer, "RequestId", UUID.randomUUID().toString());
                        }));
    }
}

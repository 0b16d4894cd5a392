package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.stores.Buckets;
import dev.statecraft.sandbox.stores.Messages;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** SQS: {@code sqs:sendMessage}. */
final class SqsService implements SimulatedService {

    @Override
    public Set<String> services() {
        return Set.of("sqs", "aws-sdk:sqs");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        String queue = ResourceArn.nameIn(call.text("QueueUrl"));
        if (!call.account().world().queues().contains(queue)) {
            return ServiceAnswer.failed(
                    "SQS.AmazonSQSException",
                    "The specified queue does not exist. (Service: AmazonSQS; Status Code: 400; Error Code:"
                            + " AWS.SimpleQueueService.NonExistentQueue; Proxy: null)");
        }
        JsonNode body = call.parameters().path("MessageBody");
        String id = call.account().random().nextUuid().toString();
        call.account().messages().add(new Messages.Message(call.at(), "sqs", queue, body, id));
        String text = body.isTextual() ? body.textValue() : body.toString();
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put(
                "MD5OfMessageBody",
                Buckets.etag(text.getBytes(StandardCharsets.UTF_8)).replace("\"", ""));
        response.put("MessageId", id);
        if (!call.resource().service().startsWith("aws-sdk:")) {
            SdkMetadata.addTo(response, call);
        }
        return ServiceAnswer.returned(response);
    }
}

package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.stores.Messages;

import java.util.Set;

/** SNS: {@code sns:publish}. */
final class SnsService implements SimulatedService {

    @Override
    public Set<String> services() {
        return Set.of("sns", "aws-sdk:sns");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        String topic = ResourceArn.nameIn(call.text("TopicArn"));
        if (!call.account().world().topics().contains(topic)) {
            return ServiceAnswer.failed(
                    "SNS.NotFoundException",
                    "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Proxy: null)");
        }
        String id = call.account().random().nextUuid().toString();
        call.account()
                .messages()
                .add(
                        new Messages.Message(
                                call.at(), "sns", topic, call.parameters().path("Message"), id));
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("MessageId", id);
        if (!call.resource().service().startsWith("aws-sdk:")) {
            SdkMetadata.addTo(response, call);
        }
        return ServiceAnswer.returned(response);
    }
}

package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.stores.Messages;

import java.util.Set;

/** EventBridge: {@code events:putEvents}; one entry that fails fails the task. */
final class EventsService implements SimulatedService {

    @Override
    public Set<String> services() {
        return Set.of("events");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = response.putArray("Entries");
        for (JsonNode entry : call.parameters().path("Entries")) {
            String bus = ResourceArn.nameIn(entry.path("EventBusName").asText("default"));
            if (!bus.equals("default") && !call.account().world().eventBuses().contains(bus)) {
                return ServiceAnswer.failed(
                        "EventBridge.FailedEntry", "There is no event bus named " + bus + ".");
            }
            String id = call.account().random().nextUuid().toString();
            call.account()
                    .messages()
                    .add(new Messages.Message(call.at(), "events", bus, entry, id));
            entries.addObject().put("EventId", id);
        }
        response.put("FailedEntryCount", 0);
        return ServiceAnswer.returned(response);
    }
}

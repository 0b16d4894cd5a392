package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;
import dev.statecraft.region.StatesArn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags of state machines and activities. */
final class TagActions {

    private TagActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "TagResource", Action.of(TagActions::tag),
                "UntagResource", Action.of(TagActions::untag),
                "ListTagsForResource", Action.of(TagActions::list));
    }

    /** The field {@code tags}; empty if it is not there. */
    static Map<String, String> read(Parameters parameters) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Parameters tag : parameters.structures("tags").orElse(List.of())) {
            tags.put(tag.requiredText("key", 1, 128), tag.text("value", 0, 256).orElse(""));
        }
        return tags;
    }

    private static ObjectNode tag(Region region, Parameters parameters) {
        String arn = parameters.arn("resourceArn");
        if (!parameters.has("tags")) {
            parameters.missing("tags");
        }
        Map<String, String> tags = read(parameters);
        parameters.check();
        region.tags().put(existing(region, arn), tags);
        return Answers.empty();
    }

    private static ObjectNode untag(Region region, Parameters parameters) {
        String arn = parameters.arn("resourceArn");
        List<String> keys = parameters.texts("tagKeys").orElse(List.of());
        if (!parameters.has("tagKeys")) {
            parameters.missing("tagKeys");
        }
        parameters.check();
        region.tags().remove(existing(region, arn), keys);
        return Answers.empty();
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        String arn = parameters.arn("resourceArn");
        parameters.check();
        ObjectNode answer = Answers.empty();
        ArrayNode tags = answer.putArray("tags");
        region.tags()
                .of(existing(region, arn))
                .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return answer;
    }

    /** Only state machines themselves and activities have tags. */
    private static String existing(Region region, String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine", "activity");
        boolean exists =
                arn.type().equals("activity")
                        ? region.activities().find(arnText).isPresent()
                        : arn.qualifier().isEmpty()
                                && region.machines()
                                        .named(arn.name())
                                        .filter(it -> it.arn().equals(arnText))
                                        .isPresent();
        if (!exists) {
            throw ServiceError.noSuchResource(arnText);
        }
        return arnText;
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import java.util.Map;
import java.util.concurrent.CompletionException;

/** The operations of SQS, asked for with a form: the same as those in JSON, under other names where a list is meant. */
final class SqsForm {
    private static final Map<String, String> ELEMENTS =
            Map.of("Messages", "Message", "QueueUrls", "QueueUrl");

    private SqsForm() {}

    static ObjectNode answer(Region region, String action, Map<String, String> fields) {
        Action named =
                Companions.named("AmazonSQS." + action)
                        .orElseThrow(() -> QueryProtocol.unknown(action));
        return renamed(result(named, region, parameters(fields)));
    }

    private static ObjectNode result(Action action, Region region, ObjectNode parameters) {
        try {
            return action.perform(region, Parameters.of(parameters)).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ServiceError error) {
                throw error;
            }
            throw e;
        }
    }

    /** Numbers are numbers in JSON; attributes of messages come as numbered entries. */
    private static ObjectNode parameters(Map<String, String> fields) {
        ObjectNode parameters = Answers.empty();
        fields.forEach(
                (name, value) -> {
                    boolean number =
                            name.equals("MaxNumberOfMessages")
                                    || name.endsWith("Timeout")
                                    || name.endsWith("Seconds");
                    if (name.contains(".")) {
                        addAttribute(parameters, name, fields);
                    } else if (number && value.matches("-?\\d{1,9}")) {
                        parameters.put(name, Integer.parseInt(value));
                    } else if (!name.equals("Action") && !name.equals("Version")) {
                        parameters.put(name, value);
                    }
                });
        return parameters;
    }

    private static void addAttribute(
            ObjectNode parameters, String name, Map<String, String> fields) {
        if (name.matches("MessageAttribute\\.\\d{1,2}\\.Name")) {
            String prefix = name.substring(0, name.length() - "Name".length()) + "Value.";
            ObjectNode attribute =
                    parameters
                            .withObject("/MessageAttributes")
                            .putObject(fields.getOrDefault(name, ""));
            for (String part : new String[] {"DataType", "StringValue"}) {
                if (fields.containsKey(prefix + part)) {
                    attribute.put(part, fields.get(prefix + part));
                }
            }
        }
    }

    private static ObjectNode renamed(ObjectNode answer) {
        ObjectNode renamed = Answers.empty();
        answer.properties()
                .forEach(
                        it ->
                                renamed.set(
                                        ELEMENTS.getOrDefault(it.getKey(), it.getKey()),
                                        it.getValue()));
        return renamed;
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.ServiceError;

import java.util.Optional;
import java.util.Set;

/** The configurations of a state machine, completed with the service's defaults. */
final class Configurations {
    private static final Set<String> LEVELS = Set.of("ALL", "ERROR", "FATAL", "OFF");

    private Configurations() {}

    static JsonNode logging(Optional<ObjectNode> given) {
        ObjectNode logging = Answers.empty();
        String level = given.map(it -> it.path("level").asText("OFF")).orElse("OFF");
        if (!LEVELS.contains(level)) {
            throw ServiceError.validation(
                    "1 validation error detected: Value '"
                            + level
                            + "' at 'loggingConfiguration.level' failed to satisfy constraint: Member must satisfy enum value"
                            + " set: [ALL, ERROR, FATAL, OFF]");
        }
        logging.put("level", level);
        logging.put(
                "includeExecutionData",
                given.map(it -> it.path("includeExecutionData").asBoolean()).orElse(false));
        JsonNode destinations = given.map(it -> it.path("destinations")).orElseGet(Answers::empty);
        if (destinations.size() > 1 || (destinations.isEmpty() && !level.equals("OFF"))) {
            throw invalidLogging("Must specify exactly one Log Destination.");
        }
        for (JsonNode destination : destinations) {
            String group = destination.at("/cloudWatchLogsLogGroup/logGroupArn").asText();
            // The group itself need not exist.
            if (!group.startsWith("arn:")) {
                throw invalidLogging("Log Destination must be the ARN of a log group.");
            }
        }
        if (!destinations.isEmpty()) {
            logging.set("destinations", destinations);
        }
        return logging;
    }

    private static ServiceError invalidLogging(String message) {
        return new ServiceError(
                "InvalidLoggingConfiguration", "Invalid Logging Configuration: " + message);
    }

    static JsonNode tracing(Optional<ObjectNode> given) {
        return Answers.empty()
                .put("enabled", given.map(it -> it.path("enabled").asBoolean()).orElse(false));
    }

    static JsonNode encryption(Optional<ObjectNode> given) {
        String type = given.map(it -> it.path("type").asText()).orElse("AWS_OWNED_KEY");
        return switch (type) {
            case "AWS_OWNED_KEY" -> Answers.empty().put("type", type);
            case "CUSTOMER_MANAGED_KMS_KEY" -> {
                ObjectNode all = given.orElseThrow().deepCopy();
                if (!all.hasNonNull("kmsKeyId")) {
                    throw invalidEncryption("A customer managed key needs a kmsKeyId.");
                }
                if (!all.has("kmsDataKeyReusePeriodSeconds")) {
                    all.put("kmsDataKeyReusePeriodSeconds", 300);
                }
                yield all;
            }
            default ->
                    throw invalidEncryption(
                            "The type is AWS_OWNED_KEY or CUSTOMER_MANAGED_KMS_KEY, not: " + type);
        };
    }

    private static ServiceError invalidEncryption(String message) {
        return new ServiceError(
                "InvalidEncryptionConfiguration", "Invalid Encryption Configuration: " + message);
    }
}

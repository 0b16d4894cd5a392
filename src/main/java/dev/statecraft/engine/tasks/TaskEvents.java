package dev.statecraft.engine.tasks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.EventType;

import java.util.Optional;

/** Which events a task writes: each of the three kinds of resource has its own family. */
public sealed interface TaskEvents {

    static TaskEvents of(String resource) {
        String[] parts = resource.split(":", 7);
        if (parts.length > 5 && parts[2].equals("lambda")) {
            return new Lambda(resource);
        }
        if (parts.length > 6 && parts[2].equals("states") && parts[5].equals("activity")) {
            return new Activity(resource);
        }
        return Integration.of(resource);
    }

    EventType scheduled();

    EventType started();

    EventType succeeded();

    EventType failed(TaskOutcome.Phase phase);

    EventType timedOut();

    EventDetails scheduledDetails(TaskRequest request, String region);

    EventDetails startedDetails(Optional<String> workerName);

    EventDetails succeededDetails(JsonNode output);

    /** How the service names the task in the cause of an oversized result. */
    String nameInCauses();

    default String resourceType() {
        return "";
    }

    default String resource() {
        return "";
    }

    default boolean isIntegration() {
        return this instanceof Integration;
    }

    default boolean isActivity() {
        return this instanceof Activity;
    }

    /** Whether the result comes from somebody who knows the task's token. */
    default boolean waitsForToken() {
        return isActivity()
                || resource().contains(".sync")
                || resource().endsWith(".waitForTaskToken");
    }

    /** A function's ARN stands in {@code Resource}. */
    record Lambda(String arn) implements TaskEvents {
        @Override
        public EventType scheduled() {
            return EventType.LambdaFunctionScheduled;
        }

        @Override
        public EventType started() {
            return EventType.LambdaFunctionStarted;
        }

        @Override
        public EventType succeeded() {
            return EventType.LambdaFunctionSucceeded;
        }

        @Override
        public EventType failed(TaskOutcome.Phase phase) {
            return switch (phase) {
                case SCHEDULE -> EventType.LambdaFunctionScheduleFailed;
                case START -> EventType.LambdaFunctionStartFailed;
                case SUBMIT, RUN -> EventType.LambdaFunctionFailed;
            };
        }

        @Override
        public EventType timedOut() {
            return EventType.LambdaFunctionTimedOut;
        }

        @Override
        public EventDetails scheduledDetails(TaskRequest request, String region) {
            return new EventDetails.LambdaScheduled(
                    arn, request.input(), request.timeoutSeconds(), request.credentialsRoleArn());
        }

        @Override
        public EventDetails startedDetails(Optional<String> workerName) {
            return EventDetails.NONE;
        }

        @Override
        public EventDetails succeededDetails(JsonNode output) {
            return new EventDetails.Succeeded(output);
        }

        @Override
        public String nameInCauses() {
            return arn;
        }
    }

    /** An activity: a worker polls for it. */
    record Activity(String arn) implements TaskEvents {
        @Override
        public EventType scheduled() {
            return EventType.ActivityScheduled;
        }

        @Override
        public EventType started() {
            return EventType.ActivityStarted;
        }

        @Override
        public EventType succeeded() {
            return EventType.ActivitySucceeded;
        }

        @Override
        public EventType failed(TaskOutcome.Phase phase) {
            return switch (phase) {
                case SCHEDULE, START -> EventType.ActivityScheduleFailed;
                case SUBMIT, RUN -> EventType.ActivityFailed;
            };
        }

        @Override
        public EventType timedOut() {
            return EventType.ActivityTimedOut;
        }

        @Override
        public EventDetails scheduledDetails(TaskRequest request, String region) {
            return new EventDetails.ActivityScheduled(
                    arn, request.input(), request.timeoutSeconds(), request.heartbeatSeconds());
        }

        @Override
        public EventDetails startedDetails(Optional<String> workerName) {
            return new EventDetails.ActivityStarted(workerName);
        }

        @Override
        public EventDetails succeededDetails(JsonNode output) {
            return new EventDetails.Succeeded(output);
        }

        @Override
        public String nameInCauses() {
            return arn;
        }
    }

    /**
     * {@code arn:aws:states:::<resourceType>:<resource>}.
     *
     * @param resourceType such as {@code lambda} or {@code aws-sdk:s3}
     * @param resource the action with its suffix, such as {@code sendMessage.waitForTaskToken}
     */
    record Integration(String resourceType, String resource) implements TaskEvents {
        private static final int PREFIX_PARTS = 5;

        static Integration of(String arn) {
            String[] parts = arn.split(":", PREFIX_PARTS + 1);
            String named = parts.length > PREFIX_PARTS ? parts[PREFIX_PARTS] : arn;
            int colon = named.lastIndexOf(':');
            return colon < 0
                    ? new Integration("", named)
                    : new Integration(
                            typeOf(named, colon), named.substring(startOfAction(named, colon)));
        }

        // "startExecution.sync:2" holds a colon of its own.
        private static int startOfAction(String named, int lastColon) {
            return named.endsWith(".sync:2")
                    ? named.lastIndexOf(':', lastColon - 1) + 1
                    : lastColon + 1;
        }

        private static String typeOf(String named, int lastColon) {
            return named.substring(0, startOfAction(named, lastColon) - 1);
        }

        @Override
        public EventType scheduled() {
            return EventType.TaskScheduled;
        }

        @Override
        public EventType started() {
            return EventType.TaskStarted;
        }

        @Override
        public EventType succeeded() {
            return EventType.TaskSucceeded;
        }

        @Override
        public EventType failed(TaskOutcome.Phase phase) {
            return switch (phase) {
                case SCHEDULE, START -> EventType.TaskStartFailed;
                case SUBMIT -> EventType.TaskSubmitFailed;
                case RUN -> EventType.TaskFailed;
            };
        }

        @Override
        public EventType timedOut() {
            return EventType.TaskTimedOut;
        }

        @Override
        public EventDetails scheduledDetails(TaskRequest request, String region) {
            return new EventDetails.TaskScheduled(
                    resourceType,
                    resource,
                    region,
                    request.input(),
                    request.timeoutSeconds(),
                    request.heartbeatSeconds(),
                    request.credentialsRoleArn());
        }

        @Override
        public EventDetails startedDetails(Optional<String> workerName) {
            return new EventDetails.TaskStarted(resourceType, resource);
        }

        @Override
        public EventDetails succeededDetails(JsonNode output) {
            return new EventDetails.TaskOutput(resourceType, resource, output);
        }

        @Override
        public String nameInCauses() {
            return resourceType;
        }
    }
}

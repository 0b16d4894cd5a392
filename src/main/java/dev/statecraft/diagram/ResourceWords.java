package dev.statecraft.diagram;

import java.util.Map;

/** A task's resource in short words: {@code Lambda charge}, {@code SQS sendMessage · callback}. */
final class ResourceWords {
    private static final String INTEGRATION = ":states:::";
    private static final Map<String, String> SERVICES =
            Map.ofEntries(
                    Map.entry("apigateway", "API Gateway"),
                    Map.entry("athena", "Athena"),
                    Map.entry("batch", "Batch"),
                    Map.entry("bedrock", "Bedrock"),
                    Map.entry("codebuild", "CodeBuild"),
                    Map.entry("dynamodb", "DynamoDB"),
                    Map.entry("ecs", "ECS"),
                    Map.entry("eks", "EKS"),
                    Map.entry("elasticmapreduce", "EMR"),
                    Map.entry("events", "EventBridge"),
                    Map.entry("glue", "Glue"),
                    Map.entry("http", "HTTP"),
                    Map.entry("lambda", "Lambda"),
                    Map.entry("s3", "S3"),
                    Map.entry("sagemaker", "SageMaker"),
                    Map.entry("sns", "SNS"),
                    Map.entry("sqs", "SQS"),
                    Map.entry("states", "Step Functions"));

    private ResourceWords() {}

    /** @param functionName what an optimised Lambda task calls; empty if there is none */
    static String of(String resource, String functionName) {
        if (resource.contains(INTEGRATION + "lambda:invoke") && !functionName.isEmpty()) {
            String manner = resource.endsWith(".waitForTaskToken") ? " · callback" : "";
            return "Lambda " + functionName.substring(functionName.lastIndexOf(':') + 1) + manner;
        }
        return of(resource);
    }

    private static String of(String resource) {
        int integration = resource.indexOf(INTEGRATION);
        if (integration >= 0) {
            return integration(resource.substring(integration + INTEGRATION.length()));
        }
        String[] parts = resource.split(":");
        boolean named = parts.length >= 7 && parts[0].equals("arn");
        return switch (named ? parts[5] : "") {
            case "function" -> "Lambda " + parts[6];
            case "activity" -> "activity " + parts[6];
            default -> parts.length == 0 ? resource : parts[parts.length - 1];
        };
    }

    private static String integration(String text) {
        String name = text.startsWith("aws-sdk:") ? text.substring("aws-sdk:".length()) : text;
        String manner = "";
        if (name.endsWith(".waitForTaskToken")) {
            manner = " · callback";
            name = name.substring(0, name.indexOf(".waitForTaskToken"));
        } else if (name.contains(".sync")) {
            manner = " · job";
            name = name.substring(0, name.indexOf(".sync"));
        }
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name + manner;
        }
        String service = name.substring(0, colon);
        return SERVICES.getOrDefault(service, service)
                + " "
                + name.substring(colon + 1).replace(':', ' ')
                + manner;
    }
}

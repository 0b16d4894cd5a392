package dev.statecraft.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ResourceArn.Pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the execution role of a state machine must allow, read off its tasks. A task that takes the name of what it calls from its
 * input needs a wildcard.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html">IAM policies for
 *     integrated services, read 2026-11</a>
 */
final class RolePolicy {
    private static final String EVERYWHERE = "*";
    private static final List<String> EVENT_RULE =
            List.of("events:PutTargets", "events:PutRule", "events:DescribeRule");

    /** Service names of the SDK integration that IAM spells in another way. */
    private static final Map<String, String> IAM_PREFIX =
            Map.of(
                    "sfn", "states",
                    "eventbridge", "events",
                    "cloudwatchlogs", "logs",
                    "sesv2", "ses",
                    "efs", "elasticfilesystem",
                    "elasticloadbalancingv2", "elasticloadbalancing",
                    "bedrockruntime", "bedrock",
                    "cognitoidentityprovider", "cognito-idp");

    private final String name;
    private final Map<List<String>, Set<String>> allowed = new LinkedHashMap<>();

    /** @param name of the state machine itself, which a Distributed Map starts again */
    RolePolicy(String name) {
        this.name = name;
    }

    List<RoleStatement> statements(JsonNode definition) {
        machine(definition);
        return allowed.entrySet().stream()
                .map(it -> new RoleStatement(it.getKey(), List.copyOf(it.getValue())))
                .toList();
    }

    private void machine(JsonNode machine) {
        for (JsonNode state : machine.path("States")) {
            switch (state.path("Type").asText()) {
                case "Task" -> task(state);
                case "Parallel" -> state.path("Branches").forEach(this::machine);
                case "Map" -> map(state);
                default -> {
                    // The other states call nothing.
                }
            }
        }
    }

    private void map(JsonNode map) {
        JsonNode processor =
                map.has("ItemProcessor") ? map.path("ItemProcessor") : map.path("Iterator");
        machine(processor);
        if (processor.at("/ProcessorConfig/Mode").asText().equals("DISTRIBUTED")) {
            allow(machineArn(name), "states:StartExecution");
            allow(
                    "arn:aws:states:*:*:execution:" + name + "/*",
                    "states:DescribeExecution",
                    "states:StopExecution",
                    "states:RedriveExecution");
            bucket(map.path("ItemReader"), "s3:GetObject");
            if (map.path("ItemReader").path("Resource").asText().endsWith("listObjectsV2")) {
                allow(
                        "arn:aws:s3:::" + literal(parameters(map.path("ItemReader")), "Bucket"),
                        "s3:ListBucket");
            }
            bucket(
                    map.path("ResultWriter"),
                    "s3:PutObject",
                    "s3:GetObject",
                    "s3:ListMultipartUploadParts",
                    "s3:AbortMultipartUpload");
        }
    }

    private void bucket(JsonNode access, String... actions) {
        if (!access.path("Resource").asText().isEmpty()) {
            allow("arn:aws:s3:::" + literal(parameters(access), "Bucket") + "/*", actions);
        }
    }

    private void task(JsonNode task) {
        String named = task.path("Resource").asText();
        ResourceArn resource = ResourceArn.parse(named);
        JsonNode parameters = parameters(task);
        boolean job = resource.pattern() == Pattern.RUN_A_JOB;
        switch (resource.service()) {
            case "lambda" ->
                    function(
                            resource.target().isPresent()
                                    ? named
                                    : literal(parameters, "FunctionName"));
            case "sqs" -> allow(queue(literal(parameters, "QueueUrl")), "sqs:SendMessage");
            case "sns" -> allow(literal(parameters, "TopicArn"), "sns:Publish");
            case "dynamodb" ->
                    allow(
                            arn("dynamodb", "table/", literal(parameters, "TableName")),
                            "dynamodb:" + capital(resource.action()));
            case "events" -> allow("arn:aws:events:*:*:event-bus/*", "events:PutEvents");
            case "states" -> nested(literal(parameters, "StateMachineArn"), job);
            case "http" -> http();
            case "apigateway" -> allow("arn:aws:execute-api:*:*:*", "execute-api:Invoke");
            case "ecs" -> {
                allow(EVERYWHERE, "ecs:RunTask");
                allow(EVERYWHERE, "iam:PassRole");
                job(
                        job,
                        "StepFunctionsGetEventsForECSTaskRule",
                        "ecs:StopTask",
                        "ecs:DescribeTasks");
            }
            case "batch" -> {
                allow(EVERYWHERE, "batch:SubmitJob");
                job(
                        job,
                        "StepFunctionsGetEventsForBatchJobsRule",
                        "batch:DescribeJobs",
                        "batch:TerminateJob");
            }
            case "glue" -> {
                allow(EVERYWHERE, "glue:StartJobRun");
                job(job, "", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun");
            }
            case "codebuild" -> {
                allow(EVERYWHERE, "codebuild:StartBuild");
                job(
                        job,
                        "StepFunctionsGetEventForCodeBuildStartBuildRule",
                        "codebuild:StopBuild",
                        "codebuild:BatchGetBuilds");
            }
            case "activity", "" -> {
                // Workers poll activities with rights of their own.
            }
            default -> allow(EVERYWHERE, iamAction(resource));
        }
    }

    private void function(String function) {
        String arn =
                function.startsWith("arn:") || function.equals(EVERYWHERE)
                        ? function
                        : arn("lambda", "function:", function);
        allow(arn, "lambda:InvokeFunction");
        if (!arn.equals(EVERYWHERE)) {
            allow(arn + ":*", "lambda:InvokeFunction");
        }
    }

    private void nested(String machineArn, boolean job) {
        allow(machineArn, "states:StartExecution");
        if (job) {
            String executions =
                    machineArn.equals(EVERYWHERE)
                            ? EVERYWHERE
                            : machineArn.replace(":stateMachine:", ":execution:") + ":*";
            allow(executions, "states:DescribeExecution", "states:StopExecution");
            rule("StepFunctionsGetEventsForStepFunctionsExecutionRule");
        }
    }

    private void http() {
        allow(machineArn(name), "states:InvokeHTTPEndpoint");
        allow("arn:aws:events:*:*:connection/*", "events:RetrieveConnectionCredentials");
        allow(
                "arn:aws:secretsmanager:*:*:secret:events!connection/*",
                "secretsmanager:GetSecretValue",
                "secretsmanager:DescribeSecret");
    }

    private void job(boolean waits, String rule, String... actions) {
        if (!waits) {
            return;
        }
        allow(EVERYWHERE, actions);
        if (!rule.isEmpty()) {
            rule(rule);
        }
    }

    private void rule(String rule) {
        allow("arn:aws:events:*:*:rule/" + rule, EVENT_RULE.toArray(String[]::new));
    }

    private void allow(String resource, String... actions) {
        allowed.computeIfAbsent(new ArrayList<>(List.of(actions)), key -> new LinkedHashSet<>())
                .add(resource);
    }

    private static String iamAction(ResourceArn resource) {
        String service = resource.service().replaceFirst("^aws-sdk:", "");
        return IAM_PREFIX.getOrDefault(service, service) + ":" + capital(resource.action());
    }

    private static String capital(String action) {
        return action.isEmpty()
                ? "*"
                : Character.toUpperCase(action.charAt(0)) + action.substring(1);
    }

    private static JsonNode parameters(JsonNode state) {
        return state.has("Arguments") ? state.path("Arguments") : state.path("Parameters");
    }

    /** The field's own text; a wildcard where it is known only at run time. */
    private static String literal(JsonNode parameters, String field) {
        String text = parameters.path(field).asText("");
        return text.isEmpty() || text.startsWith("{%") ? EVERYWHERE : text;
    }

    private static String queue(String url) {
        // https://sqs.REGION.amazonaws.com/ACCOUNT/NAME
        String[] parts = url.split("/");
        String[] host = parts.length > 4 ? parts[2].split("\\.") : new String[0];
        return host.length > 1
                ? "arn:aws:sqs:" + host[1] + ":" + parts[3] + ":" + parts[4]
                : "arn:aws:sqs:*:*:*";
    }

    private static String arn(String service, String kind, String named) {
        return named.startsWith("arn:") ? named : "arn:aws:" + service + ":*:*:" + kind + named;
    }

    private static String machineArn(String machine) {
        return "arn:aws:states:*:*:stateMachine:" + machine;
    }
}

package dev.statecraft.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.AslParser;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ExportTest {
    private static final String HOSTILE =
            "it's $(touch /tmp/x) `id` \"${AWS::Region}\" \\ \n\u2028\u0085 🚂 : # %\t!Ref";

    @Test
    void the_role_allows_what_the_tasks_name_and_no_more() {
        Deployment deployment =
                deployment(
                        "orders",
                        """
                        { "StartAt": "A", "States": {
                          "A": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge", "Next": "B"},
                          "B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                            "Parameters": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", "MessageBody": "x"}, "Next": "C"},
                          "C": {"Type": "Parallel", "Next": "D", "Branches": [{"StartAt": "C1", "States": {
                            "C1": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}, "End": true}}}]},
                          "D": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
                            "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}} } }
                        """);

        assertThat(deployment.role())
                .containsExactly(
                        new RoleStatement(
                                List.of("lambda:InvokeFunction"),
                                List.of(
                                        "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                                        "arn:aws:lambda:eu-west-1:123456789012:function:charge:*")),
                        new RoleStatement(
                                List.of("sqs:SendMessage"),
                                List.of("arn:aws:sqs:eu-west-1:123456789012:jobs")),
                        new RoleStatement(List.of("s3:GetObject"), List.of("*")),
                        new RoleStatement(
                                List.of("states:StartExecution"),
                                List.of(
                                        "arn:aws:states:eu-west-1:123456789012:stateMachine:child")),
                        new RoleStatement(
                                List.of("states:DescribeExecution", "states:StopExecution"),
                                List.of("arn:aws:states:eu-west-1:123456789012:execution:child:*")),
                        new RoleStatement(
                                List.of(
                                        "events:PutTargets",
                                        "events:PutRule",
                                        "events:DescribeRule"),
                                List.of(
                                        "arn:aws:events:*:*:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule")));
    }

    @Test
    void the_SAM_template_is_YAML_that_says_what_was_meant_whatever_the_names() {
        Deployment deployment = deployment(HOSTILE, hostile());

        Map<?, ?> template = yaml(SamTemplate.of(deployment).replace("!Ref ", ""));

        assertThat(template.get("Description")).isEqualTo(HOSTILE);
        Map<?, ?> machine = (Map<?, ?>) ((Map<?, ?>) template.get("Resources")).get("StateMachine");
        assertThat(machine.get("Type")).isEqualTo("AWS::Serverless::StateMachine");
        Map<?, ?> properties = (Map<?, ?>) machine.get("Properties");
        assertThat(properties.get("Name").toString()).matches("[A-Za-z0-9_-]{1,80}");
        assertThat(properties.get("DefinitionUri")).isEqualTo("definition.asl.json");
        assertThat(properties.get("Policies").toString())
                .contains("lambda:InvokeFunction", "arn:aws:lambda:*:*:function:" + HOSTILE);
    }

    @Test
    void the_CloudFormation_template_carries_the_definition_unchanged() throws IOException {
        Deployment deployment = deployment("orders", hostile());

        JsonNode template =
                new ObjectMapper().readTree(CloudFormationTemplate.of(deployment).toString());

        String carried =
                template.at("/Resources/StateMachine/Properties/DefinitionString").asText();
        assertThat(new ObjectMapper().readTree(carried)).isEqualTo(deployment.definition());
        assertThat(
                        template.at(
                                        "/Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/Service")
                                .asText())
                .isEqualTo("states.amazonaws.com");
    }

    @Test
    void the_commands_pass_every_word_on_as_it_is() throws IOException, InterruptedException {
        Deployment deployment =
                Deployment.of(
                        HOSTILE,
                        AslParser.parse(hostile()).machine().orElseThrow(),
                        TextNode.valueOf(HOSTILE));

        List<String> words = run("aws() { printf '%s\\0' \"$@\"; }\n" + CliCommands.of(deployment));

        assertThat(words)
                .containsSubsequence(
                        "stepfunctions",
                        "create-state-machine",
                        "--name",
                        deployment.name(),
                        "--type",
                        "STANDARD");
        assertThat(words)
                .containsSubsequence(
                        "start-execution", "--input", TextNode.valueOf(HOSTILE).toString());
        assertThat(words)
                .containsSubsequence(
                        "update-state-machine", "--definition", "file://definition.asl.json");
    }

    @Test
    void a_name_that_the_service_would_refuse_is_made_into_one_that_it_takes() {
        assertThat(deployment("Orders 2026 / übrig*", hostile()).name())
                .isEqualTo("Orders-2026-brig");
        assertThat(deployment("   ", hostile()).name()).isEqualTo("my-workflow");
        assertThat(deployment("a".repeat(200), hostile()).name()).hasSize(80);
    }

    private static String hostile() {
        String name = TextNode.valueOf(HOSTILE).toString();
        return """
        { "Comment": %1$s, "StartAt": "A", "States": { "A": { "Type": "Task", "End": true,
            "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": %1$s} } } }
        """
                .formatted(name);
    }

    private static Deployment deployment(String name, String definition) {
        return Deployment.of(
                name,
                AslParser.parse(definition).machine().orElseThrow(),
                new ObjectMapper().createObjectNode());
    }

    private static Map<?, ?> yaml(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static List<String> run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return List.of(output.split("\0"));
    }
}

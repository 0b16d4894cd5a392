package dev.statecraft.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A template for the AWS Serverless Application Model, beside which the definition lies as a file.
 *
 * @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html">
 *     AWS::Serverless::StateMachine, read 2026-11</a>
 */
public final class SamTemplate {
    /** The file that the template refers to. */
    public static final String DEFINITION_FILE = "definition.asl.json";

    private SamTemplate() {}

    public static String of(Deployment deployment) {
        return """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: AWS::Serverless-2016-10-31
        Description: %s
        Resources:
          StateMachine:
            Type: AWS::Serverless::StateMachine
            Properties:
              Name: %s
              Type: STANDARD
              DefinitionUri: %s
        %sOutputs:
          StateMachineArn:
            Value: !Ref StateMachine
        """
                .formatted(
                        YamlText.quoted(deployment.description()),
                        YamlText.quoted(deployment.name()),
                        DEFINITION_FILE,
                        policies(deployment.role()));
    }

    private static String policies(List<RoleStatement> role) {
        if (role.isEmpty()) {
            return "";
        }
        return """
              Policies:
                - Version: "2012-10-17"
                  Statement:
        """
                + role.stream().map(SamTemplate::statement).collect(Collectors.joining());
    }

    private static String statement(RoleStatement statement) {
        return """
                    - Effect: Allow
                      Action:
        %s              Resource:
        %s"""
                .formatted(items(statement.actions()), items(statement.resources()));
    }

    private static String items(List<String> texts) {
        return texts.stream()
                .map(it -> " ".repeat(16) + "- " + YamlText.quoted(it) + "\n")
                .collect(Collectors.joining());
    }
}

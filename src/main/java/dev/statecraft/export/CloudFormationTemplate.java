package dev.statecraft.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A CloudFormation template that holds all: the state machine with its definition, and its role.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html">
 *     AWS::StepFunctions::StateMachine, read 2026-11</a>
 */
public final class CloudFormationTemplate {
    /** A longer template has to be put into a bucket first. */
    public static final int MAX_INLINE_BYTES = 51_200;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CloudFormationTemplate() {}

    public static ObjectNode of(Deployment deployment) {
        ObjectNode template = NODES.objectNode();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", deployment.description());
        ObjectNode resources = template.putObject("Resources");
        resources.set("Role", role(deployment));
        ObjectNode machine = resources.putObject("StateMachine");
        machine.put("Type", "AWS::StepFunctions::StateMachine");
        ObjectNode properties = machine.putObject("Properties");
        properties.put("StateMachineName", deployment.name());
        properties.put("StateMachineType", "STANDARD");
        properties.putObject("RoleArn").putArray("Fn::GetAtt").add("Role").add("Arn");
        // As text, so that every number stays as it is spelled.
        properties.put("DefinitionString", deployment.definition().toString());
        template.putObject("Outputs")
                .putObject("StateMachineArn")
                .putObject("Value")
                .put("Ref", "StateMachine");
        return template;
    }

    private static ObjectNode role(Deployment deployment) {
        ObjectNode role = NODES.objectNode();
        role.put("Type", "AWS::IAM::Role");
        ObjectNode properties = role.putObject("Properties");
        ObjectNode trust = properties.putObject("AssumeRolePolicyDocument");
        trust.put("Version", "2012-10-17");
        ObjectNode may = trust.putArray("Statement").addObject();
        may.put("Effect", "Allow");
        may.putObject("Principal").put("Service", "states.amazonaws.com");
        may.put("Action", "sts:AssumeRole");
        if (!deployment.role().isEmpty()) {
            ObjectNode policy = properties.putArray("Policies").addObject();
            policy.put("PolicyName", "what-the-tasks-call");
            policy.set("PolicyDocument", document(deployment));
        }
        return role;
    }

    /** The policy alone, as IAM takes it. */
    public static ObjectNode document(Deployment deployment) {
        ObjectNode document = NODES.objectNode();
        document.put("Version", "2012-10-17");
        var statements = document.putArray("Statement");
        for (RoleStatement statement : deployment.role()) {
            ObjectNode allowed = statements.addObject().put("Effect", "Allow");
            statement.actions().forEach(allowed.putArray("Action")::add);
            statement.resources().forEach(allowed.putArray("Resource")::add);
        }
        return document;
    }
}

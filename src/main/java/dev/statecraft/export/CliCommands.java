package dev.statecraft.export;

/**
 * Commands of the AWS CLI that create the state machine, start it and look at it.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/stepfunctions/">aws stepfunctions, read 2026-11</a>
 */
public final class CliCommands {
    private static final String ACCOUNT = "111111111111";
    private static final String REGION = "us-east-1";

    private CliCommands() {}

    public static String of(Deployment deployment) {
        String machine = Shell.word(arn("stateMachine:" + deployment.name()));
        String execution = Shell.word(arn("execution:" + deployment.name() + ":first"));
        return """
        # The role is yours to make; %3$s holds what it must allow.
        aws stepfunctions create-state-machine \\
          --name %1$s \\
          --type STANDARD \\
          --role-arn 'arn:aws:iam::%4$s:role/%5$s' \\
          --definition file://%2$s

        aws stepfunctions start-execution \\
          --state-machine-arn %6$s \\
          --name first \\
          --input %7$s

        aws stepfunctions describe-execution --execution-arn %8$s
        aws stepfunctions get-execution-history --execution-arn %8$s --include-execution-data

        # After a change of the definition:
        aws stepfunctions update-state-machine \\
          --state-machine-arn %6$s \\
          --definition file://%2$s
        """
                .formatted(
                        Shell.word(deployment.name()),
                        SamTemplate.DEFINITION_FILE,
                        "role-policy.json",
                        ACCOUNT,
                        deployment.name(),
                        machine,
                        Shell.word(deployment.input().toString()),
                        execution);
    }

    private static String arn(String resource) {
        return "arn:aws:states:" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}

package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;

import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void an_execution_that_failed_stays_redrivable_whatever_people_would_do_weeks_later() {
        Account account =
                Accounts.in(
                        """
                        { topics: ["approvals"],
                          people: { manager: { reachedBy: ["approvals"], answers: [ { after: "P20D", output: {} } ] } } }
                        """);
        Execution execution =
                Accounts.execute(
                        account,
                        """
                        { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                            { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "End": true,
                                "Resource": "arn:aws:states:::sns:publish.waitForTaskToken",
                                "Parameters": { "TopicArn": "arn:aws:sns:us-east-1:111111111111:approvals",
                                                "Message": { "token.$": "$$.Task.Token" } } } } },
                            { "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 60, "Next": "No" },
                                "No": { "Type": "Fail", "Error": "Never" } } } ] } } }
                        """);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(account.now()).isEqualTo(Account.START.plusSeconds(60));
        assertThat(execution.redriveStatus().isRedrivable()).isTrue();
    }
}

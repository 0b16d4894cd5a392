package dev.statecraft.web;

import dev.statecraft.region.AccessKeys.AccessKey;

import java.net.URI;

/** What clients of AWS are told so that they use this server: copy-ready, with the address and the keys filled in. */
record Clients(String endpoint, String accountId, String keyId, String secret) {

    Clients(URI base, AccessKey key) {
        this(base.resolve("/aws").toString(), key.accountId(), key.id(), key.secret());
    }

    public String environment() {
        return """
        export AWS_ENDPOINT_URL=%s
        export AWS_ENDPOINT_URL_S3=%s/s3
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=%s
        export AWS_DEFAULT_REGION=us-east-1
        export AWS_DISABLE_HOST_PREFIX_INJECTION=true"""
                .formatted(endpoint, endpoint, keyId, secret);
    }

    public String create() {
        return """
        aws stepfunctions create-state-machine --name hello \\
          --role-arn arn:aws:iam::%s:role/workflow \\
          --definition '{"StartAt": "Rest", "States": {
            "Rest": {"Type": "Wait", "Seconds": 3600, "Next": "Greet"},
            "Greet": {"Type": "Pass", "Result": {"greeting": "hello"}, "End": true}}}'"""
                .formatted(accountId);
    }

    public String start() {
        return """
        aws stepfunctions start-execution --name first --input '{"who": "world"}' \\
          --state-machine-arn arn:aws:states:us-east-1:%s:stateMachine:hello"""
                .formatted(accountId);
    }

    public String describe() {
        return """
        aws stepfunctions describe-execution \\
          --execution-arn arn:aws:states:us-east-1:%s:execution:hello:first
        aws stepfunctions get-execution-history \\
          --execution-arn arn:aws:states:us-east-1:%s:execution:hello:first"""
                .formatted(accountId, accountId);
    }

    public String testState() {
        return """
        aws stepfunctions test-state --inspection-level DEBUG \\
          --definition '{"Type": "Pass", "Parameters": {"name.$": "$.who"}, "End": true}' \\
          --input '{"who": "world"}'"""
                .stripTrailing();
    }

    public String function() {
        return """
        aws lambda create-function --function-name charge --runtime python3.12 --handler none \\
          --role arn:aws:iam::%s:role/any --code S3Bucket=none,S3Key=none \\
          --environment '{"Variables": {"STATECRAFT_BEHAVIOUR":
            "{\\"returns\\": {\\"paid\\": true}, \\"fails\\": [{\\"calls\\": \\"1\\", \\"error\\": \\"Payment.Busy\\"}]}"}}'"""
                .formatted(accountId);
    }

    public String python() {
        return """
        import boto3
        from botocore.config import Config

        sfn = boto3.client(
            "stepfunctions", endpoint_url="%s", region_name="us-east-1",
            aws_access_key_id="%s", aws_secret_access_key="%s",
            config=Config(inject_host_prefix=False))
        print(sfn.list_state_machines()["stateMachines"])"""
                .formatted(endpoint, keyId, secret);
    }

    public String java() {
        return """
        SfnClient sfn = SfnClient.builder()
            .endpointOverride(URI.create("%s"))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(
                AwsBasicCredentials.create("%s", "%s")))
            .overrideConfiguration(c -> c.putAdvancedOption(
                SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
            .build();"""
                .formatted(endpoint, keyId, secret);
    }

    public String terraform() {
        return """
        provider "aws" {
          region                      = "us-east-1"
          access_key                  = "%s"
          secret_key                  = "%s"
          skip_credentials_validation = true
          skip_requesting_account_id  = true
          skip_metadata_api_check     = true
          endpoints {
            sfn = "%s"
          }
        }"""
                .formatted(keyId, secret, endpoint);
    }

    public String cdk() {
        return """
        aws stepfunctions create-state-machine --name order \\
          --role-arn arn:aws:iam::%s:role/workflow \\
          --definition file://statemachine/order.asl.json
        export AWS_ENDPOINT_URL_SFN=%s"""
                .formatted(accountId, endpoint);
    }

    public String mocks() {
        return """
        { "StateMachines": { "hello": { "TestCases": { "busy once": { "Charge": "busy, then paid" } } } },
          "MockedResponses": { "busy, then paid": {
            "0": { "Throw": { "Error": "Payment.Busy", "Cause": "Try later." } },
            "1": { "Return": { "StatusCode": 200, "Payload": { "paid": true } } } } } }""";
    }
}

package dev.statecraft.api;

import org.eclipse.microprofile.config.ConfigProvider;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** AWS's own client for Java, pointed at the server under test. */
final class Sdk {
    static final String ROLE = "arn:aws:iam::111111111111:role/workflow";

    static final String PASS =
            """
            { "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Result": {"greeting": "hello"}, "End": true } } }
            """;

    private Sdk() {}

    static URI endpoint() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + "/aws");
    }

    static SfnClient client() {
        return client("any", "key");
    }

    static SfnClient client(String keyId, String secret) {
        return SfnClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        it ->
                                it.putAdvancedOption(
                                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION,
                                        true))
                .build();
    }

    /** A name that no other test uses. */
    static String name(String start) {
        return start + "-" + UUID.randomUUID();
    }

    static String create(SfnClient client, String definition) {
        return client.createStateMachine(
                        it -> it.name(name("machine")).definition(definition).roleArn(ROLE))
                .stateMachineArn();
    }

    static String createExpress(SfnClient client, String definition) {
        return client.createStateMachine(
                        it ->
                                it.name(name("express"))
                                        .definition(definition)
                                        .roleArn(ROLE)
                                        .type("EXPRESS"))
                .stateMachineArn();
    }

    /** Polls, as a client does, until the execution is over. */
    static DescribeExecutionResponse finished(SfnClient client, String executionArn) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            DescribeExecutionResponse now =
                    client.describeExecution(it -> it.executionArn(executionArn));
            if (now.status() != ExecutionStatus.RUNNING) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still running after 30 seconds: " + executionArn);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    static List<String> types(SfnClient client, String executionArn) {
        return client
                .getExecutionHistoryPaginator(it -> it.executionArn(executionArn))
                .events()
                .stream()
                .map(HistoryEvent::typeAsString)
                .toList();
    }
}

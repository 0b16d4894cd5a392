package dev.statecraft.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How many executions a second eight clients get through the AWS-compatible address: each starts one and asks until it is over.
 * The app has to run already, at the address in {@code STATECRAFT_ENDPOINT}; clients and server share the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(8)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
public class DoorBenchmark {
    private final String endpoint =
            System.getenv().getOrDefault("STATECRAFT_ENDPOINT", "http://127.0.0.1:8080/aws");

    private final HttpClient http = HttpClient.newHttpClient();
    private String machine = "";

    @Setup
    public void create() throws IOException, InterruptedException {
        String name = "benchmark-" + UUID.randomUUID();
        machine =
                field(
                        call(
                                "CreateStateMachine",
                                """
                                {"name": "%s", "roleArn": "arn:aws:iam::111111111111:role/x", "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Wait\\", \\"Seconds\\": 60, \\"Next\\": \\"B\\"}, \\"B\\": {\\"Type\\": \\"Pass\\", \\"End\\": true}}}"}"""
                                        .formatted(name)),
                        "stateMachineArn");
    }

    @TearDown
    public void delete() throws IOException, InterruptedException {
        call("DeleteStateMachine", "{\"stateMachineArn\": \"" + machine + "\"}");
    }

    @Benchmark
    public String execution() throws IOException, InterruptedException {
        String arn =
                field(
                        call("StartExecution", "{\"stateMachineArn\": \"" + machine + "\"}"),
                        "executionArn");
        while (true) {
            String now = call("DescribeExecution", "{\"executionArn\": \"" + arn + "\"}");
            String status = field(now, "status");
            if (status.equals("SUCCEEDED")) {
                return now;
            }
            if (!status.equals("RUNNING")) {
                throw new IllegalStateException(now);
            }
        }
    }

    private static String field(String json, String name) {
        String mark = "\"" + name + "\":\"";
        int from = json.indexOf(mark);
        if (from < 0) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return json.substring(from + mark.length(), json.indexOf('"', from + mark.length()));
    }

    private String call(String operation, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(endpoint))
                                .header("X-Amz-Target", "AWSStepFunctions." + operation)
                                .header("Content-Type", "application/x-amz-json-1.0")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}

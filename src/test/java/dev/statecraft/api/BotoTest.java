package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Python programs work against this server; {@code walkthrough.py} says what they do and expects. */
@QuarkusTest
class BotoTest {
    private static final Path SCRIPT = Path.of("src/test/resources/clients/walkthrough.py");

    @TestHTTPResource("/aws")
    URI endpoint;

    @Test
    void boto3_walks_through_the_api() {
        var python =
                ClientProgram.find(
                        "boto3", List.of("/usr/bin/python3", "python3"), "-c", "import boto3");

        ClientProgram.Result result =
                python.start(
                        Map.of(),
                        SCRIPT.toString(),
                        endpoint.toString(),
                        UUID.randomUUID().toString().substring(0, 8));

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out().lines().filter(it -> it.startsWith("done:"))).hasSize(7);
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the AWS-compatible address as a client library does, without what a library checks before it calls. */
final class DoorClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    DoorClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** {@code {response}} or {@code {error: {code, message}}}. */
    ObjectNode call(String operation, JsonNode parameters) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(PATIENCE)
                        .header("X-Amz-Target", "AWSStepFunctions." + operation)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .POST(BodyPublishers.ofString(parameters.toString()))
                        .build();
        HttpResponse<String> response = send(request);
        JsonNode body =
                Json.read(response.body())
                        .orElseThrow(
                                () -> new IllegalStateException("No JSON: " + response.body()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (response.statusCode() == 200) {
            answer.set("response", body);
        } else {
            answer.putObject("error")
                    .put("code", body.path("__type").asText())
                    .put("message", body.path("message").asText());
        }
        return answer;
    }

    /** Puts an object of the companions S3 or Lambda in its place. */
    void send(String method, String path, String body) {
        send(
                HttpRequest.newBuilder(URI.create(endpoint + path))
                        .timeout(PATIENCE)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

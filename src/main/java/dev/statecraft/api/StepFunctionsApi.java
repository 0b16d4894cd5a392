package dev.statecraft.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The one address of the Step Functions JSON protocol: {@code X-Amz-Target: AWSStepFunctions.<Operation>}, a JSON object in, a JSON
 * object out; errors are {@code {"__type": code, "message": text}} with status 400.
 */
@Path("/aws")
@Blocking
public class StepFunctionsApi {
    static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final String SERVICE = "AWSStepFunctions.";
    private static final int MAX_BODY = 2_097_152;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final System.Logger LOG = System.getLogger(StepFunctionsApi.class.getName());

    @Inject Caller caller;

    @POST
    public CompletionStage<Response> call(
            @HeaderParam("X-Amz-Target") @Nullable String target,
            @HeaderParam("Content-Type") @DefaultValue("") String type,
            byte @Nullable [] body) {
        if (target == null
                && body != null
                && type.startsWith("application/x-www-form-urlencoded")) {
            QueryProtocol.Answer answer = form(body);
            return CompletableFuture.completedFuture(
                    Response.status(answer.status()).type("text/xml").entity(answer.xml()).build());
        }
        return answer(target, body == null ? new byte[0] : body)
                .thenApply(answer -> response(Response.Status.OK, answer))
                .exceptionally(StepFunctionsApi::failure);
    }

    private QueryProtocol.Answer form(byte[] body) {
        try {
            return QueryProtocol.answer(
                    caller.region(body), new String(body, StandardCharsets.UTF_8));
        } catch (ServiceError error) {
            return QueryProtocol.refused(error);
        }
    }

    private CompletionStage<ObjectNode> answer(@Nullable String target, byte[] body) {
        try {
            Action action = action(target);
            Region region = caller.region(body);
            return action.perform(region, Parameters.of(read(body)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Action action(@Nullable String target) {
        String name =
                target != null && target.startsWith(SERVICE)
                        ? target.substring(SERVICE.length())
                        : "";
        return Operations.named(name)
                .or(() -> Companions.named(String.valueOf(target)))
                .orElseThrow(
                        () ->
                                new ServiceError(
                                        "UnknownOperationException",
                                        target == null
                                                ? "The header X-Amz-Target is missing."
                                                : "There is no operation " + target + "."));
    }

    private static ObjectNode read(byte[] body) {
        if (body.length > MAX_BODY) {
            throw new ServiceError(
                    "SerializationException", "The body is larger than " + MAX_BODY + " bytes.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return Answers.empty();
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new ServiceError(
                    "SerializationException", "The body is not JSON: " + e.getOriginalMessage());
        }
        throw new ServiceError("SerializationException", "The body must be a JSON object.");
    }

    private static Response failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        if (cause instanceof ServiceError error) {
            return error(error.code(), error.getMessage());
        }
        LOG.log(System.Logger.Level.ERROR, "An operation broke", cause);
        return response(
                Response.Status.INTERNAL_SERVER_ERROR,
                Answers.empty()
                        .put("__type", "InternalServerError")
                        .put("message", "The server could not answer this request."));
    }

    static Response error(String code, String message) {
        return response(
                Response.Status.BAD_REQUEST,
                Answers.empty().put("__type", code).put("message", message));
    }

    private static Response response(Response.Status status, ObjectNode body) {
        return Response.status(status)
                .type(CONTENT_TYPE)
                .header("x-amzn-RequestId", UUID.randomUUID().toString())
                .entity(body.toString())
                .build();
    }
}

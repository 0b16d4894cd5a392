package dev.statecraft.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.teststate.StateTestReport;
import dev.statecraft.region.JsonText;
import dev.statecraft.region.Region;
import dev.statecraft.region.ServiceError;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * As much of Lambda as a workflow needs beside it. No code runs here: a function's behaviour is data, given as the bytes of its code
 * ({@code --zip-file fileb://behaviour.json}) or in the environment variable {@code STATECRAFT_BEHAVIOUR}, in the form of a function in a
 * world.
 */
@Path("/aws/2015-03-31/functions")
@Blocking
public class LambdaApi {
    private static final String JSON_TYPE = "application/json";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_]{1,64}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Caller caller;

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        Refused(int status, String code, String message) {
            super(message, null, false, false);
            this.status = status;
            this.code = code;
        }
    }

    private interface Operation {
        Response perform(Region region) throws Refused;
    }

    private Response answer(byte @Nullable [] body, Operation operation) {
        try {
            return perform(body, operation);
        } catch (Refused refused) {
            return Response.status(refused.status)
                    .type(JSON_TYPE)
                    .header("x-amzn-ErrorType", refused.code)
                    .entity(
                            Answers.empty()
                                    .put("Type", "User")
                                    .put("Message", refused.getMessage())
                                    .toString())
                    .build();
        }
    }

    private Response perform(byte @Nullable [] body, Operation operation) throws Refused {
        try {
            return operation.perform(caller.region(body));
        } catch (ServiceError error) {
            throw new Refused(403, error.code(), error.getMessage());
        }
    }

    @POST
    public Response create(byte @Nullable [] body) {
        return answer(
                body,
                region -> {
                    JsonNode request = read(body);
                    String name = request.path("FunctionName").asText();
                    if (!NAME.matcher(name).matches()) {
                        throw new Refused(
                                400,
                                "ValidationException",
                                "FunctionName must be 1 to 64 letters, digits, '-' or '_'.");
                    }
                    if (region.resources().world().functions().containsKey(name)) {
                        throw new Refused(
                                409,
                                "ResourceConflictException",
                                "Function already exist: " + name);
                    }
                    region.resources().put(function(name, request, request.path("Code")));
                    return json(201, configuration(region, name));
                });
    }

    @PUT
    @Path("/{name}/code")
    public Response update(@PathParam("name") String name, byte @Nullable [] body) {
        return answer(
                body,
                region -> {
                    requireFunction(region, name);
                    JsonNode request = read(body);
                    region.resources().put(function(plain(name), request, request));
                    return json(200, configuration(region, plain(name)));
                });
    }

    @GET
    public Response list() {
        return answer(
                null,
                region -> {
                    ObjectNode answer = Answers.empty();
                    ArrayNode functions = answer.putArray("Functions");
                    region.resources()
                            .world()
                            .functions()
                            .keySet()
                            .forEach(name -> functions.add(configuration(region, name)));
                    return json(200, answer);
                });
    }

    @GET
    @Path("/{name}")
    public Response get(@PathParam("name") String name) {
        return answer(
                null,
                region -> {
                    requireFunction(region, name);
                    ObjectNode answer = Answers.empty();
                    answer.set("Configuration", configuration(region, plain(name)));
                    return json(200, answer);
                });
    }

    @DELETE
    @Path("/{name}")
    public Response delete(@PathParam("name") String name) {
        return answer(
                null,
                region -> {
                    requireFunction(region, name);
                    region.resources().deleteFunction(plain(name));
                    return Response.noContent().build();
                });
    }

    @POST
    @Path("/{name}/invocations")
    public Response invoke(@PathParam("name") String name, byte @Nullable [] body) {
        return answer(
                body,
                region -> {
                    requireFunction(region, name);
                    JsonNode event =
                            body == null || body.length == 0 ? Answers.empty() : read(body);
                    StateTestReport report = region.call(arn(region, plain(name)), event);
                    Response.ResponseBuilder response =
                            Response.ok()
                                    .type(JSON_TYPE)
                                    .header("X-Amz-Executed-Version", "$LATEST");
                    if (report.output().isPresent()) {
                        return response.entity(report.output().get().toString()).build();
                    }
                    return response.header("X-Amz-Function-Error", "Unhandled")
                            .entity(report.cause().orElse("{}"))
                            .build();
                });
    }

    private static JsonNode read(byte @Nullable [] body) throws Refused {
        try {
            return JsonText.parse(
                    new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
        } catch (JsonText.Invalid e) {
            throw new Refused(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json: " + e.getMessage());
        }
    }

    private static World.Function function(String name, JsonNode request, JsonNode code)
            throws Refused {
        String behaviour =
                Optional.ofNullable(
                                request.at("/Environment/Variables/STATECRAFT_BEHAVIOUR")
                                        .textValue())
                        .or(() -> decoded(code.path("ZipFile").asText()))
                        .orElse("{}");
        try {
            ObjectNode world = Answers.empty();
            world.putObject("functions").set(name, JSON.readTree(behaviour));
            return World.of(world).functions().get(name);
        } catch (JsonProcessingException e) {
            throw new Refused(
                    400,
                    "InvalidParameterValueException",
                    "This server runs no code. Give the function's behaviour as JSON, such as {\"returns\": {\"ok\": true}}: "
                            + e.getOriginalMessage());
        } catch (WorldFault e) {
            throw new Refused(
                    400,
                    "InvalidParameterValueException",
                    "The behaviour is faulty at " + e.location() + ": " + e.getMessage());
        }
    }

    private static Optional<String> decoded(String base64) {
        try {
            return base64.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.of(base64);
        }
    }

    private static void requireFunction(Region region, String name) throws Refused {
        if (!region.resources().world().functions().containsKey(plain(name))) {
            throw new Refused(
                    404,
                    "ResourceNotFoundException",
                    "Function not found: " + arn(region, plain(name)));
        }
    }

    /** The name, of a name or an ARN. */
    private static String plain(String nameOrArn) {
        String[] parts = nameOrArn.split(":");
        return parts.length > 6 ? parts[6] : nameOrArn;
    }

    private static String arn(Region region, String name) {
        return "arn:aws:lambda:" + Region.NAME + ":" + region.accountId() + ":function:" + name;
    }

    private static ObjectNode configuration(Region region, String name) {
        return Answers.empty()
                .put("FunctionName", name)
                .put("FunctionArn", arn(region, name))
                .put("Version", "$LATEST")
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful")
                .put("PackageType", "Zip");
    }

    private static Response json(int status, JsonNode body) {
        return Response.status(status).type(JSON_TYPE).entity(body.toString()).build();
    }
}

package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.query.Budget;
import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.PayloadTemplate;
import dev.statecraft.query.QueryFailure;
import dev.statecraft.sandbox.EventScope;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.world.World;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of web addresses: {@code http:invoke} and {@code apigateway:invoke}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs, read 2026-11</a>
 */
final class HttpService implements SimulatedService {
    /** No HTTP task lasts longer, whatever its TimeoutSeconds say. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public Set<String> services() {
        return Set.of("http", "apigateway");
    }

    @Override
    public String target(ServiceCall call) {
        return endpoint(call)
                .map(World.Endpoint::name)
                .orElseGet(() -> SimulatedService.super.target(call));
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        if (isHttpTask(call)) {
            Optional<String> refusal = refusal(call);
            if (refusal.isPresent()) {
                return ServiceAnswer.failed("States.Runtime", refusal.get());
            }
        }
        Optional<World.Endpoint> endpoint = endpoint(call);
        if (endpoint.isEmpty()) {
            return isHttpTask(call)
                    ? ServiceAnswer.failed(
                            "States.Http.Socket",
                            "No endpoint of this sandbox has the address " + url(call) + ".")
                    // What API Gateway says to a path that it does not know (recorded 2023-10).
                    : ServiceAnswer.failed(
                            "ApiGateway.403", "{\"message\":\"Missing Authentication Token\"}");
        }
        return withinTheLimit(call, answer(call, endpoint.get(), request(call)));
    }

    private static boolean isHttpTask(ServiceCall call) {
        return call.resource().service().equals("http");
    }

    private static Optional<String> refusal(ServiceCall call) {
        if (!url(call).startsWith("https://")) {
            return Optional.of("ApiEndpoint must be an address that begins with https://.");
        }
        boolean connected =
                call.parameters().at("/InvocationConfig/ConnectionArn").isTextual()
                        || call.parameters().at("/Authentication/ConnectionArn").isTextual();
        return connected
                ? Optional.empty()
                : Optional.of(
                        "An HTTP task needs the ARN of an EventBridge connection in"
                                + " InvocationConfig.ConnectionArn.");
    }

    private static Optional<World.Endpoint> endpoint(ServiceCall call) {
        String url = url(call);
        return call.account().world().endpoints().values().stream()
                .filter(it -> trimmed(it.url()).equals(url))
                .findFirst();
    }

    private static String url(ServiceCall call) {
        if (isHttpTask(call)) {
            return trimmed(call.text("ApiEndpoint"));
        }
        return trimmed("https://" + call.text("ApiEndpoint"))
                + part(call.text("Stage"))
                + part(call.text("Path"));
    }

    private static String part(String text) {
        String path = trimmed(text);
        return path.isEmpty() ? "" : "/" + (path.startsWith("/") ? path.substring(1) : path);
    }

    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static JsonNode request(ServiceCall call) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("Url", url(call));
        request.put("Method", call.text("Method"));
        for (String field : new String[] {"Headers", "QueryParameters", "RequestBody"}) {
            JsonNode value = call.parameters().path(field);
            if (!value.isMissingNode()) {
                request.set(field, value);
            }
        }
        return request;
    }

    private static ServiceAnswer answer(
            ServiceCall call, World.Endpoint endpoint, JsonNode request) {
        Optional<Fault.Kind> failure =
                endpoint.failures().stream()
                        .filter(it -> it.hits(call.number(), request))
                        .map(World.Failure::kind)
                        .findFirst();
        if (failure.isEmpty()) {
            return reply(call, endpoint.status(), body(call, endpoint, request), endpoint.after());
        }
        return switch (failure.get()) {
            case Fault.Kind.Fails fails ->
                    new ServiceAnswer.Failed(
                            errorName(call, fails.error()), fails.cause(), endpoint.after());
            case Fault.Kind.ReplyLost lost ->
                    new ServiceAnswer.Failed(lost.error(), lost.cause(), endpoint.after());
            case Fault.Kind.Slow slow ->
                    reply(call, endpoint.status(), body(call, endpoint, request), slow.duration());
            case Fault.Kind.Silent silent -> new ServiceAnswer.Silence();
        };
    }

    private static JsonNode body(ServiceCall call, World.Endpoint endpoint, JsonNode request) {
        if (endpoint.returns().isEmpty()) {
            return request.path("RequestBody").isMissingNode()
                    ? JsonNodeFactory.instance.objectNode()
                    : request.get("RequestBody");
        }
        var scope = new EventScope(request, call.at(), call.account().random(), Budget.standard());
        try {
            return PayloadTemplate.compile(endpoint.returns().get()).evaluate(scope);
        } catch (QueryFailure failure) {
            return JsonNodeFactory.instance.objectNode().put("message", failure.causeText());
        } catch (InvalidExpression invalid) {
            return JsonNodeFactory.instance.objectNode().put("message", invalid.getMessage());
        }
    }

    private static ServiceAnswer reply(
            ServiceCall call, int status, JsonNode body, Duration after) {
        if (status < 200 || status > 299) {
            return new ServiceAnswer.Failed(
                    errorName(call, Integer.toString(status)), body.toString(), after);
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        ObjectNode headers = response.putObject("Headers");
        headers.putArray("Content-Length").add(Integer.toString(body.toString().length()));
        headers.putArray("Content-Type").add("application/json");
        response.set("ResponseBody", body);
        response.put("StatusCode", status);
        response.put("StatusText", statusText(status));
        return new ServiceAnswer.Returned(response, after);
    }

    private static String errorName(ServiceCall call, String status) {
        return (isHttpTask(call) ? "States.Http.StatusCode." : "ApiGateway.") + status;
    }

    private static String statusText(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            default -> "";
        };
    }

    private static ServiceAnswer withinTheLimit(ServiceCall call, ServiceAnswer answer) {
        boolean tooLong =
                switch (answer) {
                    case ServiceAnswer.Returned returned -> returned.after().compareTo(LONGEST) > 0;
                    case ServiceAnswer.Failed failed -> failed.after().compareTo(LONGEST) > 0;
                    case ServiceAnswer.Silence silence -> true;
                    case ServiceAnswer.Child child -> false;
                };
        return isHttpTask(call) && tooLong
                ? new ServiceAnswer.Failed(
                        "States.Http.Socket",
                        "The address did not answer within 60 seconds.",
                        LONGEST)
                : answer;
    }
}

package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.PayloadTemplate;
import dev.statecraft.query.QueryFailure;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.sandbox.EventScope;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.world.World;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Lambda: a function's own ARN, {@code lambda:invoke}, and {@code aws-sdk:lambda:invoke}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda, read 2026-11</a>
 */
final class LambdaService implements SimulatedService {

    @Override
    public Set<String> services() {
        return Set.of("lambda", "aws-sdk:lambda");
    }

    @Override
    public String target(ServiceCall call) {
        return call.resource()
                .target()
                .orElseGet(() -> ResourceArn.nameIn(call.text("FunctionName")));
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        String name = target(call);
        World.Function function = call.account().world().functions().get(name);
        if (function == null) {
            return notFound(name);
        }
        JsonNode event = call.resource().target().isPresent() ? call.parameters() : payload(call);
        Optional<Fault.Kind> failure = failure(function, event, call);
        ServiceAnswer answer =
                failure.isEmpty()
                        ? run(function, event, call)
                        : failing(function, event, call, failure.get());
        return answer instanceof ServiceAnswer.Returned returned
                ? new ServiceAnswer.Returned(enveloped(call, returned.response()), returned.after())
                : answer;
    }

    private static JsonNode payload(ServiceCall call) {
        JsonNode payload = call.parameters().path("Payload");
        // A null payload is no payload, and a function without one gets an empty object (recorded
        // 2024-01).
        return payload.isMissingNode() || payload.isNull()
                ? JsonNodeFactory.instance.objectNode()
                : payload;
    }

    private static ServiceAnswer notFound(String name) {
        return ServiceAnswer.failed(
                "Lambda.ResourceNotFoundException",
                "Function not found: arn:aws:lambda:"
                        + Account.REGION
                        + ":"
                        + Account.ID
                        + ":function:"
                        + name
                        + " (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Proxy: null)");
    }

    private static Optional<Fault.Kind> failure(
            World.Function function, JsonNode event, ServiceCall call) {
        return function.failures().stream()
                .filter(it -> it.hits(call.number(), event))
                .map(World.Failure::kind)
                .findFirst();
    }

    private ServiceAnswer failing(
            World.Function function, JsonNode event, ServiceCall call, Fault.Kind kind) {
        return switch (kind) {
            case Fault.Kind.Fails fails -> failed(function, fails.error(), fails.cause());
            case Fault.Kind.Silent silent -> new ServiceAnswer.Silence();
            case Fault.Kind.ReplyLost lost -> {
                run(function, event, call);
                yield new ServiceAnswer.Failed(lost.error(), lost.cause(), function.after());
            }
            case Fault.Kind.Slow slow ->
                    run(function, event, call) instanceof ServiceAnswer.Returned returned
                            ? new ServiceAnswer.Returned(returned.response(), slow.duration())
                            : new ServiceAnswer.Silence();
        };
    }

    /** A function's own exception comes as JSON in the cause; the service's own errors come as plain text. */
    private static ServiceAnswer failed(World.Function function, String error, String message) {
        if (error.startsWith("Lambda.")) {
            return new ServiceAnswer.Failed(error, message, Duration.ZERO);
        }
        ObjectNode cause = JsonNodeFactory.instance.objectNode();
        cause.put("errorMessage", message);
        cause.put("errorType", error);
        return new ServiceAnswer.Failed(error, cause.toString(), function.after());
    }

    private static ServiceAnswer run(World.Function function, JsonNode event, ServiceCall call) {
        Optional<JsonNode> worked = Optional.empty();
        if (function.work().isPresent()) {
            try {
                worked =
                        Optional.of(
                                ImageFunctions.run(
                                        function.work().get(), event, call.account().buckets()));
            } catch (ImageFunctions.Refused refused) {
                return failed(function, refused.errorType(), refused.getMessage());
            }
        }
        leaveEffect(function, event, call);
        try {
            JsonNode result = worked.isPresent() ? worked.get() : result(function, event, call);
            return new ServiceAnswer.Returned(result, function.after());
        } catch (QueryFailure failure) {
            return failed(function, "InvalidEvent", failure.causeText());
        } catch (InvalidExpression invalid) {
            return failed(function, "InvalidFunction", invalid.getMessage());
        }
    }

    private static void leaveEffect(World.Function function, JsonNode event, ServiceCall call) {
        function.effect()
                .ifPresent(
                        effect -> {
                            JsonNode once =
                                    effect.once()
                                            .map(path -> ServiceCall.at(event, path))
                                            .orElse(event.path("\u0000"));
                            boolean repeated =
                                    !once.isMissingNode()
                                            && !once.isNull()
                                            && !call.account()
                                                    .ledger()
                                                    .isNew(effect.name(), once.toString());
                            if (!repeated) {
                                Optional<String> key =
                                        effect.key()
                                                .map(path -> ServiceCall.at(event, path))
                                                .filter(it -> !it.isMissingNode())
                                                .map(JsonNode::asText);
                                call.account()
                                        .ledger()
                                        .record(
                                                new EffectRecord(
                                                        call.at(),
                                                        effect.name(),
                                                        key,
                                                        call.task().executionArn(),
                                                        call.task().stateName(),
                                                        call.account().callsSoFar()));
                            }
                        });
    }

    private static JsonNode result(World.Function function, JsonNode event, ServiceCall call) {
        if (function.returns().isEmpty()) {
            return event;
        }
        var scope =
                new EventScope(
                        event,
                        call.at(),
                        call.account().random(),
                        dev.statecraft.query.Budget.standard());
        return PayloadTemplate.compile(function.returns().get()).evaluate(scope);
    }

    private static JsonNode enveloped(ServiceCall call, JsonNode payload) {
        if (call.resource().target().isPresent()) {
            return payload;
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("ExecutedVersion", "$LATEST");
        boolean sdk = call.resource().service().startsWith("aws-sdk:");
        response.set("Payload", sdk ? TextNode.valueOf(payload.toString()) : payload);
        if (!sdk) {
            SdkMetadata.addTo(response, call);
        }
        response.put("StatusCode", 200);
        return response;
    }
}

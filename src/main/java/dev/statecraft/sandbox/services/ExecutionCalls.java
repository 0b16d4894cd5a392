package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.RedriveStatus;
import dev.statecraft.engine.Simulation;
import dev.statecraft.sandbox.Directory;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;

import java.util.Optional;

/** A workflow that looks at another execution, stops it or redrives it; the other may have a clock of its own. */
final class ExecutionCalls {
    private static final String NOT_REDRIVABLE = "ExecutionNotRedrivable";

    private final Simulation simulation;

    ExecutionCalls(Simulation simulation) {
        this.simulation = simulation;
    }

    ServiceAnswer describe(ServiceCall call) {
        Optional<Execution> here = simulation.execution(arn(call));
        if (here.isPresent()) {
            return ServiceAnswer.returned(ExecutionDescription.ofSdk(here.get()));
        }
        Directory directory = call.account().directory();
        String token = call.task().taskToken();
        boolean elsewhere =
                directory.act(
                        arn(call),
                        account -> {
                            JsonNode description =
                                    ExecutionDescription.ofSdk(
                                            account.execution(arn(call)).orElseThrow());
                            directory.report(
                                    token, signals -> signals.succeeded(token, description));
                        });
        return elsewhere
                ? new ServiceAnswer.Silence(true)
                : SfnErrors.noSuchExecution(call, arn(call));
    }

    ServiceAnswer stop(ServiceCall call) {
        String arn = arn(call);
        Optional<String> error = text(call, "Error");
        Optional<String> cause = text(call, "Cause");
        if (simulation.execution(arn).isPresent()) {
            // Not at once: the execution that calls may itself be the one to stop.
            call.account().timeline().soon(() -> simulation.stop(arn, error, cause));
        } else if (!call.account()
                .directory()
                .act(arn, account -> account.stop(arn, error, cause))) {
            return SfnErrors.noSuchExecution(call, arn);
        }
        return date(call, "StopDate");
    }

    ServiceAnswer redrive(ServiceCall call) {
        String arn = arn(call);
        Optional<Execution> here = simulation.execution(arn);
        if (here.isPresent()) {
            RedriveStatus status = here.get().redriveStatus();
            if (!status.isRedrivable()) {
                return SfnErrors.failed(call, NOT_REDRIVABLE, reason(status));
            }
            call.account().timeline().soon(() -> simulation.redrive(arn));
            return date(call, "RedriveDate");
        }
        return redriveElsewhere(call, arn);
    }

    private static ServiceAnswer redriveElsewhere(ServiceCall call, String arn) {
        Directory directory = call.account().directory();
        String token = call.task().taskToken();
        boolean elsewhere =
                directory.act(
                        arn,
                        account -> {
                            RedriveStatus status = account.redrive(arn);
                            directory.report(
                                    token,
                                    signals -> {
                                        if (status.isRedrivable()) {
                                            signals.succeeded(
                                                    token,
                                                    JsonNodeFactory.instance
                                                            .objectNode()
                                                            .put(
                                                                    "RedriveDate",
                                                                    call.at().toString()));
                                        } else {
                                            signals.failed(
                                                    token,
                                                    Optional.of(
                                                            "Sfn." + NOT_REDRIVABLE + "Exception"),
                                                    Optional.of(reason(status)));
                                        }
                                    });
                        });
        return elsewhere ? new ServiceAnswer.Silence(true) : SfnErrors.noSuchExecution(call, arn);
    }

    private static String reason(RedriveStatus status) {
        return status.reason()
                .orElse("The execution is redriven with the one that started its Map Run");
    }

    private static ServiceAnswer date(ServiceCall call, String field) {
        return ServiceAnswer.returned(
                JsonNodeFactory.instance.objectNode().put(field, call.at().toString()));
    }

    private static String arn(ServiceCall call) {
        return call.text("ExecutionArn");
    }

    private static Optional<String> text(ServiceCall call, String field) {
        return Optional.ofNullable(call.parameters().path(field).textValue());
    }
}

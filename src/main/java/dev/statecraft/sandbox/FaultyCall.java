package dev.statecraft.sandbox;

import java.time.Duration;
import java.util.Optional;

/** What becomes of a call that a fault hits. */
final class FaultyCall {

    private FaultyCall() {}

    /** What {@code service} answers, when that fault, if any, hits the call. */
    static ServiceAnswer answer(
            SimulatedService service, ServiceCall call, Optional<Fault.Kind> fault) {
        return fault.isEmpty() ? service.answer(call) : faulty(service, call, fault.get());
    }

    private static ServiceAnswer faulty(
            SimulatedService service, ServiceCall call, Fault.Kind fault) {
        return switch (fault) {
            case Fault.Kind.Fails fails -> ServiceAnswer.failed(fails.error(), fails.cause());
            case Fault.Kind.Silent silent -> new ServiceAnswer.Silence();
            case Fault.Kind.ReplyLost lost ->
                    service.answer(call) instanceof ServiceAnswer.Returned done
                            ? new ServiceAnswer.Failed(lost.error(), lost.cause(), done.after())
                            : ServiceAnswer.failed(lost.error(), lost.cause());
            case Fault.Kind.Slow slow -> delayed(service.answer(call), slow.duration());
        };
    }

    private static ServiceAnswer delayed(ServiceAnswer answer, Duration delay) {
        return switch (answer) {
            case ServiceAnswer.Returned returned ->
                    new ServiceAnswer.Returned(returned.response(), returned.after().plus(delay));
            case ServiceAnswer.Failed failed ->
                    new ServiceAnswer.Failed(
                            failed.error(), failed.cause(), failed.after().plus(delay));
            case ServiceAnswer.Child child -> child;
            case ServiceAnswer.Silence silence -> silence;
        };
    }
}

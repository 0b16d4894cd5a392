package dev.statecraft.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.OptionalLong;

/** Answers in AWS's shape where the web server itself would only close the connection: to a body that is far too large. */
@Singleton
class BodyLimit {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final long MOST = 3 * 1024 * 1024;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::check, BEFORE_ALL_OTHERS);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean ours = path != null && (path.equals("/aws") || path.startsWith("/aws/"));
        if (!ours || length(request).orElse(0) <= MOST) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(400)
                .putHeader("Content-Type", StepFunctionsApi.CONTENT_TYPE)
                .putHeader("Connection", "close")
                .end(
                        Answers.empty()
                                .put("__type", "SerializationException")
                                .put("message", "The body is larger than " + MOST + " bytes.")
                                .toString());
    }

    private static OptionalLong length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        return header != null && header.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(header))
                : OptionalLong.empty();
    }
}

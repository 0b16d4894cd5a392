package dev.statecraft.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers with a page where the web server itself would send an empty one: to forms that are far too large. */
@Singleton
class LargeForms {
    private static final int BEFORE_ALL_OTHERS = 999;
    private static final long MOST = 3 * 1024 * 1024;

    /** What is worth reading to its end, so that the browser listens to the answer. */
    private static final long MOST_READ = 64 * 1024 * 1024;

    @Inject Problems problems;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        String path = String.valueOf(context.request().path());
        long length = length(context.request());
        if (length <= MOST || path.equals("/aws") || path.startsWith("/aws/")) {
            context.next();
        } else {
            refuse(context, length);
        }
    }

    private void refuse(RoutingContext context, long length) {
        String message =
                "What you sent is larger than 3 MB, so nothing was done with it. Go back in your browser: what you typed is still there. Then shorten it.";
        if (length > MOST_READ) {
            context.response().putHeader("Connection", "close");
            answer(context, message);
            return;
        }
        context.request()
                .handler(buffer -> {})
                .endHandler(end -> answer(context, message))
                .resume();
    }

    private void answer(RoutingContext context, String message) {
        var scope = Arc.container().requestContext();
        boolean ours = !scope.isActive();
        if (ours) {
            scope.activate();
        }
        try {
            context.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(problems.html("Too large", message));
        } finally {
            if (ours) {
                scope.terminate();
            }
        }
    }

    private static long length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }
}

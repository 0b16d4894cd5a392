package dev.statecraft.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.regex.Pattern;

/** Answers with a page where the web server itself would send an empty one: to forms that are far too large, and to addresses that no rule can decode. */
@Singleton
class UnreadableRequests {
    private static final int BEFORE_ALL_OTHERS = 999;
    private static final long MOST = 3 * 1024 * 1024;

    /** What is worth reading to its end, so that the browser listens to the answer. */
    private static final long MOST_READ = 64 * 1024 * 1024;

    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Inject Problems problems;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.uri().replaceFirst("(?s)[?#].*", "");
        long length = length(request);
        if (path.equals("/aws") || path.startsWith("/aws/")) {
            context.next();
        } else if (HALF_ESCAPE.matcher(path).find()) {
            answer(
                    context,
                    400,
                    "Not understood",
                    "The address holds a % that no two hexadecimal digits follow. Check what comes after it.");
        } else if (length > MOST) {
            refuse(context, length);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, long length) {
        String message =
                "What you sent is larger than 3 MB, so nothing was done with it. Go back in your browser: what you typed is still there. Then shorten it.";
        if (length > MOST_READ) {
            context.response().putHeader("Connection", "close");
            answer(context, 413, "Too large", message);
            return;
        }
        context.request()
                .handler(buffer -> {})
                .endHandler(end -> answer(context, 413, "Too large", message))
                .resume();
    }

    private void answer(RoutingContext context, int status, String title, String message) {
        var scope = Arc.container().requestContext();
        boolean ours = !scope.isActive();
        if (ours) {
            scope.activate();
        }
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(problems.html(title, message));
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

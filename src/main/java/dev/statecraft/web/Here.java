package dev.statecraft.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where the visitor is, so that the navigation can mark it. */
@Named("here")
@RequestScoped
public class Here {
    @Inject CurrentVertxRequest request;

    /** {@code page} for the page of that address itself, {@code true} for one below it, and nothing elsewhere. */
    public String in(String address) {
        // Pages for requests that cannot be read are made before there is a current one.
        RoutingContext context = request.getCurrent();
        String path = context == null ? "" : context.normalizedPath();
        if (path.equals(address)) {
            return "page";
        }
        return path.startsWith(address + "/") ? "true" : "";
    }
}

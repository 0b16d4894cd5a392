package dev.statecraft.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;

/** Where the visitor is, so that the navigation can mark it. */
@Named("here")
@RequestScoped
public class Here {
    @Inject UriInfo uri;

    /** {@code page} for the page of that address itself, {@code true} for one below it, and nothing elsewhere. */
    public String in(String address) {
        String path = uri.getPath();
        if (path.equals(address)) {
            return "page";
        }
        return path.startsWith(address + "/") ? "true" : "";
    }
}

package dev.statecraft.web;

import dev.statecraft.content.Library;
import dev.statecraft.content.Scenario;

import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.io.IOException;
import java.util.List;

/** Pages for what cannot be shown: what is wrong, and where to go on. */
class Problems {
    @Inject Library library;

    record problem(String title, String message, List<Scenario> scenarios)
            implements TemplateInstance {}

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        String message =
                e.getMessage() == null || e.getMessage().startsWith("HTTP 404")
                        ? "There is no page at this address."
                        : e.getMessage();
        return page(Response.Status.NOT_FOUND, "Not found", message);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return page(Response.Status.FORBIDDEN, "Not accepted", String.valueOf(e.getMessage()));
    }

    /** A form whose parts do not end as they should, or a client that went away while it sent one. */
    @ServerExceptionMapper
    Response unreadable(IOException e) {
        return page(
                Response.Status.BAD_REQUEST,
                "Not understood",
                "What was sent could not be read to its end. Send the form again.");
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(
                        new problem(
                                        "This did not work",
                                        "The server answered with status " + status + ".",
                                        library.scenarios())
                                .render())
                .build();
    }

    private Response page(Response.Status status, String title, String message) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(new problem(title, message, library.scenarios()).render())
                .build();
    }
}

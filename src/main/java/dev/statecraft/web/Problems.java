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
                // The first is the framework's own, where no page fits the address.
                String.valueOf(e.getMessage()).matches("Unable to find matching.*|HTTP 404.*|null")
                        ? "There is no page at this address. Perhaps a part of it is missing, or it was typed wrong."
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
        Response given = e.getResponse();
        Response page =
                switch (given.getStatus()) {
                    case 405 ->
                            page(
                                    Response.Status.METHOD_NOT_ALLOWED,
                                    "Not possible here",
                                    "This address takes no request of this kind. If you sent a form, go back and send it again; otherwise open the address in a browser.");
                    case 406 ->
                            page(
                                    Response.Status.NOT_ACCEPTABLE,
                                    "Not in this form",
                                    "This address has a page for browsers, and nothing in the form that was asked for. Ask for text/html.");
                    case 415 ->
                            page(
                                    Response.Status.UNSUPPORTED_MEDIA_TYPE,
                                    "Not understood",
                                    "This address takes forms as a browser sends them. Send application/x-www-form-urlencoded.");
                    default ->
                            page(
                                    given.getStatusInfo(),
                                    "This did not work",
                                    "The server answered with status "
                                            + given.getStatus()
                                            + ". Go back, reload the page and try again.");
                };
        String allowed = given.getHeaderString("Allow");
        return allowed == null
                ? page
                : Response.fromResponse(page).header("Allow", allowed).build();
    }

    /** The page for what cannot be shown. */
    String html(String title, String message) {
        return new problem(title, message, library.scenarios()).render();
    }

    private Response page(Response.StatusType status, String title, String message) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(html(title, message))
                .build();
    }
}

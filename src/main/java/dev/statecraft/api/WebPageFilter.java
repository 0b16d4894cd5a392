package dev.statecraft.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps web pages away from the AWS door. A browser on this machine can reach it, so a page from anywhere could use it: by a form,
 * or by a name that it made point at this machine.
 */
class WebPageFilter {
    private static final List<String> SENT_BY_BROWSERS =
            List.of("Origin", "Sec-Fetch-Site", "Referer");

    /** Names under which clients may address this server, besides those of the machine itself. */
    @ConfigProperty(name = "statecraft.aws.hosts")
    Optional<List<String>> hosts;

    @ServerRequestFilter(preMatching = true)
    Optional<Response> check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!path.equals("/aws") && !path.startsWith("/aws/")) {
            return Optional.empty();
        }
        boolean browser =
                SENT_BY_BROWSERS.stream().anyMatch(name -> request.getHeaderString(name) != null);
        if (browser) {
            return Optional.of(refused("Requests from web pages are refused."));
        }
        String host = request.getHeaderString("Host");
        if (host != null && !isOurs(host)) {
            return Optional.of(
                    refused("This server does not answer to the name in the Host header."));
        }
        return Optional.empty();
    }

    /** Clients of the door never get a page: whatever is refused before an operation is found gets AWS's error shape. */
    @ServerResponseFilter
    void speakAws(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean page =
                response.getMediaType() == null
                        || MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
        if ((path.equals("/aws") || path.startsWith("/aws/"))
                && response.getStatus() >= 400
                && page
                && !request.getMethod().equals("HEAD")) {
            response.setStatus(400);
            response.setEntity(
                    Answers.empty()
                            .put("__type", "UnknownOperationException")
                            .put("message", "There is no operation at this address.")
                            .toString(),
                    null,
                    MediaType.valueOf(StepFunctionsApi.CONTENT_TYPE));
        }
    }

    private boolean isOurs(String hostAndPort) {
        // Clients put "sync-" before the name for StartSyncExecution and TestState.
        String host =
                hostAndPort
                        .replaceFirst(":\\d+$", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^sync-", "");
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || hosts.orElse(List.of()).contains(host);
    }

    private static Response refused(String message) {
        return Response.status(Response.Status.FORBIDDEN)
                .type(StepFunctionsApi.CONTENT_TYPE)
                .entity(
                        Answers.empty()
                                .put("__type", "AccessDeniedException")
                                .put("message", message)
                                .toString())
                .build();
    }
}

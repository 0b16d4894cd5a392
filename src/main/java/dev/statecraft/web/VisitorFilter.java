package dev.statecraft.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.Optional;

/** Recognises the visitor, and refuses requests that another site had their browser send. */
class VisitorFilter {
    private static final String COOKIE = "learner";
    private static final int ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

    @Inject Visitor visitor;

    @ServerRequestFilter
    Optional<Response> recognise(ContainerRequestContext request) {
        if (isForPrograms(request)) {
            return Optional.empty();
        }
        Cookie cookie = request.getCookies().get(COOKIE);
        if (cookie != null && cookie.getValue().matches("[0-9a-f]{64}")) {
            visitor.recognise(cookie.getValue());
        } else {
            visitor.welcome();
        }
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return safe || isOurs(request) ? Optional.empty() : Optional.of(refused());
    }

    /** The AWS door has no visitors: no cookie, and its own guard. Nor has a module of the editor, the same for everybody. */
    private static boolean isForPrograms(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals("/aws") || path.startsWith("/aws/") || path.startsWith("/modules/");
    }

    /** Browsers say where a form comes from; both headers must agree with us where they are present. */
    private static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString("Host");
        return origin == null || host == null || origin.endsWith("//" + host);
    }

    private static Response refused() {
        return Response.status(Response.Status.FORBIDDEN)
                .type("text/plain;charset=UTF-8")
                .entity("This request came from another site. Open the page here and try again.")
                .build();
    }

    @ServerResponseFilter
    void remember(ContainerRequestContext request, ContainerResponseContext response) {
        if (isForPrograms(request)) {
            return;
        }
        if (visitor.isNew()) {
            response.getHeaders()
                    .add(
                            "Set-Cookie",
                            new NewCookie.Builder(COOKIE)
                                    .value(visitor.id())
                                    .path("/")
                                    .maxAge(ONE_YEAR_SECONDS)
                                    .httpOnly(true)
                                    .secure(
                                            "https"
                                                    .equals(
                                                            request.getUriInfo()
                                                                    .getRequestUri()
                                                                    .getScheme()))
                                    .sameSite(NewCookie.SameSite.LAX)
                                    .build());
        }
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}

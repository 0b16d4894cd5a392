package dev.statecraft.web.lessons;

import dev.statecraft.asl.AslParser;
import dev.statecraft.content.Library;
import dev.statecraft.learning.Draft;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.runs.RunStore;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Keeps what somebody types into a field beside the definition, on each pause, so that nothing is lost. */
@Path("/drafts")
@Blocking
public class Drafts {
    @Inject Library library;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    @POST
    @Transactional
    public Response keep(
            @FormParam("place") String place,
            @FormParam("text") String text,
            @FormParam("token") String formToken) {
        token.check(formToken);
        if (!isKnown(String.valueOf(place))
                || text == null
                || text.length() > AslParser.MAX_BYTES) {
            return Response.status(422).build();
        }
        Draft.save(visitor.id(), place, text, runs.now());
        return Response.noContent().build();
    }

    private boolean isKnown(String place) {
        return place.matches("sandbox-(input|world|faults|mocks)")
                || (place.endsWith("-input")
                        && library.scenario(place.substring(0, place.length() - 6)).isPresent());
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** Two runs beside each other, aligned to the first event in which they differ. */
@Path("/runs/{a: [0-9a-f]{1,64}}/vs")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RunComparisons {

    record comparison(ComparisonPage page, StoredRun left, StoredRun right)
            implements TemplateInstance {}

    @GET
    @Path("/{b: [0-9a-f]{1,64}}")
    public TemplateInstance show(
            @PathParam("a") String a,
            @PathParam("b") String b,
            @QueryParam("e") @Nullable String row) {
        StoredRun left = Runs.stored(a);
        StoredRun right = Runs.stored(b);
        return new comparison(
                ComparisonPage.of(left, replay(left), right, replay(right), String.valueOf(row)),
                left,
                right);
    }

    /** Finds the comparison with a run whose id or address somebody has typed. */
    @POST
    public Response choose(@PathParam("a") String a, @FormParam("other") @Nullable String other) {
        String typed = String.valueOf(other).strip();
        String id = typed.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
        if (!id.matches("[0-9a-f]{1,64}")) {
            throw new NotFoundException(
                    "\"" + typed + "\" is no run. Paste the address of a run, or its id.");
        }
        return Response.seeOther(URI.create("/runs/" + a + "/vs/" + id)).build();
    }

    private static Replay replay(StoredRun run) {
        return Replay.of(run, RunSignal.of(run.id));
    }
}

package dev.statecraft.web.runs;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.Recording;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

/** The executions inside a run: children of Map Runs, and executions that its tasks started. */
@Path("/runs/{id: [0-9a-f]{1,64}}/execution")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class InnerExecutions {

    record inner(InnerPage page) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @PathParam("id") String id,
            @QueryParam("arn") @Nullable String arn,
            @QueryParam("e") @Nullable String event,
            @QueryParam("state") @Nullable String state) {
        StoredRun stored = Runs.stored(id);
        String wanted = String.valueOf(arn);
        var recording = new Recording();
        Replay replay =
                Replay.of(stored, RunSignal.of(id), account -> account.record(wanted, recording));
        Execution execution =
                replay.account()
                        .execution(wanted)
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no execution of that ARN in this run."));
        return new inner(
                InnerPage.of(
                        id,
                        RunPage.version(stored),
                        replay.account(),
                        execution,
                        recording,
                        RunSelection.of(InnerPage.address(id, wanted), event, state)));
    }
}

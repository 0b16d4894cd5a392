package dev.statecraft.web;

import dev.statecraft.engine.HistoryJson;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Pictures;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

import java.net.URI;
import java.util.Optional;

/** A run: its graph, its events, and what it waits for. */
@Path("/runs/{id: [0-9a-f]{1,64}}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Runs {
    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    record run(RunPage page) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("e") String event) {
        StoredRun stored = stored(id);
        return new run(RunPage.of(stored, replay(stored), selected(event), visitor.formToken()));
    }

    private static Optional<Long> selected(String event) {
        return Optional.ofNullable(event).filter(it -> it.matches("[0-9]{1,9}")).map(Long::valueOf);
    }

    /** The history as GetExecutionHistory returns it. */
    @GET
    @Path("/history.json")
    @Produces(MediaType.APPLICATION_JSON)
    public String history(@PathParam("id") String id) {
        Replay replay = replay(stored(id));
        return "{\"events\":" + new HistoryJson(replay.execution().history()).events() + "}";
    }

    /** A picture from a bucket of the account, as the run left it. */
    @GET
    @Path("/objects/{bucket}/{key: .+}")
    @Produces("image/*")
    public Response picture(
            @PathParam("id") String id,
            @PathParam("bucket") String bucket,
            @PathParam("key") String key) {
        byte[] body =
                replay(stored(id))
                        .account()
                        .buckets()
                        .get(bucket, key)
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no such object in this run."));
        String type =
                Pictures.mediaTypeOf(body)
                        .orElseThrow(() -> new NotFoundException("This object is no picture."));
        return Response.ok(body, type).build();
    }

    /**
     * What the person at the screen does.
     *
     * @param decision {@code approve}, {@code reject} or {@code wait}: let time pass until the next thing is due
     */
    @POST
    @Path("/signals")
    @Transactional
    public Response signal(
            @PathParam("id") String id,
            @FormParam("decision") String decision,
            @FormParam("task") String taskToken,
            @FormParam("token") String formToken) {
        token.check(formToken);
        StoredRun stored = stored(id);
        Replay before = replay(stored);
        boolean pending =
                before.execution().pendingTasks().stream()
                        .anyMatch(it -> it.taskToken().equals(taskToken));
        switch (String.valueOf(decision)) {
            case "approve" -> answer(stored, pending, taskToken, "{\"approved\":true}");
            case "reject" -> answer(stored, pending, taskToken, "{\"approved\":false}");
            case "wait" -> {
                if (!before.execution().status().isFinal()
                        && before.account().nextDue().isPresent()) {
                    runs.signal(stored, "TIME", null, null);
                }
            }
            default ->
                    throw new NotFoundException(
                            "There is no such decision: approve, reject or wait.");
        }
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }

    /** A task that is over takes no answer: a second click changes nothing. */
    private void answer(StoredRun stored, boolean pending, String taskToken, String output) {
        if (pending) {
            runs.signal(stored, "SUCCEED", taskToken, output);
        }
    }

    private StoredRun stored(String id) {
        return StoredRun.of(visitor.id(), id)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no run of yours at this address. Runs belong to the browser that started them."));
    }

    private static Replay replay(StoredRun stored) {
        return Replay.of(stored, RunSignal.of(stored.id));
    }
}

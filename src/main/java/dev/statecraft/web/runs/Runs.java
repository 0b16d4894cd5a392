package dev.statecraft.web.runs;

import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.world.Pictures;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A run: its graph, its events, what it waits for, and what else might have happened. Who has its address may look at it. */
@Path("/runs/{id: [0-9a-f]{1,64}}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Runs {
    private static final int MOST_FORKS = 20;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    @Inject RunFeed feed;

    @Context UriInfo address;

    record run(RunPage page) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @PathParam("id") String id,
            @QueryParam("e") @Nullable String event,
            @QueryParam("state") @Nullable String state) {
        StoredRun stored = stored(id);
        RunSelection selection = RunSelection.of("/runs/" + id, event, state);
        return new run(page(stored, recorded(stored, selection.event()), selection));
    }

    private RunPage page(StoredRun stored, RecordedRun recorded, RunSelection selection) {
        var looker =
                new RunPage.Looker(
                        isMine(stored),
                        address.getBaseUri().resolve("/runs/" + stored.id).toString(),
                        visitor.formToken());
        List<StoredRun> forks = StoredRun.forksOf(stored.id, visitor.id(), MOST_FORKS);
        return RunPage.of(stored, recorded, selection, looker, forks);
    }

    /** Tells the page when the run has changed. */
    @GET
    @Path("/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> changes(@PathParam("id") String id) {
        return feed.of(id, RunPage.version(stored(id)));
    }

    /** The history as GetExecutionHistory returns it. */
    @GET
    @Path("/history.json")
    @Produces(MediaType.APPLICATION_JSON)
    public String history(@PathParam("id") String id) {
        StoredRun stored = stored(id);
        Replay replay = Replay.of(stored, RunSignal.of(stored.id));
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
        StoredRun stored = stored(id);
        byte[] body =
                Replay.of(stored, RunSignal.of(stored.id))
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
     * @param decision {@code approve}, {@code reject}, {@code wait} (let time pass until the next thing is due), {@code stop} or {@code redrive}
     */
    @POST
    @Path("/signals")
    public Response signal(
            @PathParam("id") String id,
            @FormParam("decision") @Nullable String decision,
            @FormParam("task") @Nullable String taskToken,
            @FormParam("token") String formToken) {
        token.check(formToken);
        StoredRun stored = stored(id);
        if (!isMine(stored)) {
            throw new ForbiddenException(
                    "This run was started in another browser, so it can be looked at and forked here, but not acted on.");
        }
        Replay before = Replay.of(stored, RunSignal.of(stored.id));
        RunDecision.of(decision, taskToken, before)
                .flatMap(it -> runs.signal(stored, it.kind(), it.token(), it.payload()))
                .ifPresent(version -> feed.changed(id, version));
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }

    /** Makes a run of the visitor's own that differs from this one in one thing. */
    @POST
    @Path("/forks")
    public Response fork(
            @PathParam("id") String id,
            @BeanParam ForkRequest request,
            @FormParam("token") String formToken) {
        token.check(formToken);
        StoredRun stored = stored(id);
        long event = request.event(stored.eventCount);
        RunSelection selection = RunSelection.of("/runs/" + id, Long.toString(event), null);
        RecordedRun recorded = recorded(stored, Optional.of(event));
        RunPage page = page(stored, recorded, selection);
        try {
            RunFork fork = request.read(recorded, page.view().places(), event);
            String forked = runs.fork(visitor.id(), stored, fork);
            return Response.seeOther(URI.create("/runs/" + id + "/vs/" + forked)).build();
        } catch (ForkRequest.Refused refused) {
            return Response.status(422)
                    .type("text/html;charset=UTF-8")
                    .entity(new run(page.refusing(refused.words(), request.change())).render())
                    .build();
        }
    }

    private boolean isMine(StoredRun stored) {
        return stored.learner.equals(visitor.id());
    }

    static StoredRun stored(String id) {
        return StoredRun.of(id)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no run at this address. Perhaps a part of the address is missing, or its owner has deleted it."));
    }

    static RecordedRun recorded(StoredRun stored, Optional<Long> event) {
        return RecordedRun.of(stored, RunSignal.of(stored.id), event);
    }
}

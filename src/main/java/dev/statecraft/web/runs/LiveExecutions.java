package dev.statecraft.web.runs;

import dev.statecraft.region.AccessKeys;
import dev.statecraft.region.Executions;
import dev.statecraft.region.Region;
import dev.statecraft.region.Regions;
import dev.statecraft.region.ServiceError;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One execution that a program started, while it runs and after it: looked at, answered, stopped and redriven. */
@Path("/cli")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LiveExecutions {
    private static final Duration LOOK = Duration.ofMillis(500);

    /** So many looks without news, and the page is told that the connection is alive. */
    private static final int BEAT = 20;

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject Regions regions;

    @Inject AccessKeys keys;

    record execution(LivePage page) implements TemplateInstance {}

    @GET
    @Path("/execution")
    public TemplateInstance watch(
            @QueryParam("arn") @Nullable String arn,
            @QueryParam("e") @Nullable String event,
            @QueryParam("state") @Nullable String state) {
        Executions.Found found = found(arn);
        RunSelection selection = RunSelection.of(LivePage.address(found.arn()), event, state);
        return found.live()
                .readAccount(
                        account ->
                                new execution(
                                        LivePage.of(
                                                found.live(),
                                                found.arn(),
                                                account,
                                                selection,
                                                visitor.formToken())));
    }

    /** Tells the page when the execution has gone on. */
    @GET
    @Path("/execution/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> changes(@QueryParam("arn") @Nullable String arn) {
        Executions.Found live = found(arn);
        String[] told = {""};
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .filter(tick -> tick % BEAT == 0 || !version(live).equals(told[0]))
                .map(tick -> told[0] = version(live));
    }

    private static String version(Executions.Found live) {
        return live.read(LivePage::version);
    }

    /** @param decision {@code approve}, {@code reject}, {@code stop} or {@code redrive} */
    @POST
    @Path("/execution/signals")
    public Response signal(
            @FormParam("arn") @Nullable String arn,
            @FormParam("decision") @Nullable String decision,
            @FormParam("task") @Nullable String task,
            @FormParam("token") @Nullable String formToken) {
        token.check(String.valueOf(formToken));
        Executions.Found live = found(arn);
        Executions executions = region().executions();
        switch (String.valueOf(decision)) {
            case "approve" -> answer(executions, task, "{\"approved\":true}");
            case "reject" -> answer(executions, task, "{\"approved\":false}");
            case "stop" -> executions.stop(live, Optional.empty(), Optional.empty());
            case "redrive" -> redrive(executions, live);
            default ->
                    throw new NotFoundException(
                            "There is no such decision: approve, reject, stop or redrive.");
        }
        return Response.seeOther(URI.create(LivePage.address(live.arn()))).build();
    }

    /** A task that is over takes no answer: a second click changes nothing. */
    private static void answer(Executions executions, @Nullable String task, String output) {
        String taskToken = String.valueOf(task);
        executions.signal(taskToken, signals -> signals.succeeded(taskToken, Replay.json(output)));
    }

    private static void redrive(Executions executions, Executions.Found live) {
        try {
            executions.redrive(live, Optional.empty());
        } catch (ServiceError notRedrivable) {
            // Another tab was faster; the page that follows says how things stand, and why.
            System.getLogger(LiveExecutions.class.getName())
                    .log(System.Logger.Level.DEBUG, notRedrivable);
        }
    }

    private Region region() {
        return regions.of(keys.of(visitor.id()).accountId());
    }

    private Executions.Found found(@Nullable String arn) {
        try {
            return region().executions().describable(String.valueOf(arn));
        } catch (ServiceError unknown) {
            throw new NotFoundException(
                    "There is no execution of that ARN in your account.", unknown);
        }
    }
}

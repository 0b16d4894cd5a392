package dev.statecraft.web;

import dev.statecraft.engine.Execution;
import dev.statecraft.region.AccessKeys;
import dev.statecraft.region.LiveExecution;
import dev.statecraft.region.Region;
import dev.statecraft.region.Regions;
import dev.statecraft.web.runs.RunPage;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import java.time.Duration;
import java.util.List;

/** How programs use this server, and what they run on it. */
@Path("/cli")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CommandLine {
    private static final int SHOWN = 50;

    @Inject Visitor visitor;

    @Inject Regions regions;

    @Inject AccessKeys keys;

    record cli(Clients clients, List<Started> executions, int machines, boolean shared)
            implements TemplateInstance {}

    record executions(List<Started> executions) implements TemplateInstance {}

    /** An execution in the list. */
    record Started(
            String url, String machine, String name, String status, String mark, String took) {}

    @GET
    public TemplateInstance show(@Context UriInfo address) {
        Region region = region();
        return new cli(
                new Clients(address.getBaseUri(), keys.of(visitor.id())),
                started(region),
                region.machines().all().size(),
                keys.areRequired());
    }

    /** The list alone, for the page to ask again. */
    @GET
    @Path("/executions")
    public TemplateInstance list() {
        return new executions(started(region()));
    }

    private Region region() {
        return regions.of(keys.of(visitor.id()).accountId());
    }

    private static List<Started> started(Region region) {
        return region.executions().all().stream()
                .limit(SHOWN)
                .map(live -> live.read(execution -> started(live, execution)))
                .toList();
    }

    private static Started started(LiveExecution live, Execution execution) {
        return new Started(
                "/cli/execution?arn=" + Addresses.part(live.arn()),
                live.machine().name(),
                execution.request().name(),
                execution.status().name(),
                RunPage.mark(execution),
                execution
                        .stopDate()
                        .map(stop -> Spans.inWords(Duration.between(execution.startDate(), stop)))
                        .orElse("so far"));
    }
}

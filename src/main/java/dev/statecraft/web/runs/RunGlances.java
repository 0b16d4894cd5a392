package dev.statecraft.web.runs;

import dev.statecraft.diagram.RunOverlay;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.timeline.TimelineDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.web.JsonText;
import dev.statecraft.web.Spans;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A run in short, to be shown beside the design that made it. */
@Path("/runs/{id: [0-9a-f]{1,64}}/glance")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RunGlances {
    @Inject Visitor visitor;

    /**
     * @param ending why it did not succeed; empty if it did
     * @param output as JSON; empty if there is none
     * @param waiting the states whose tasks wait for the person at the screen
     */
    record glance(
            String id,
            String status,
            String mark,
            String took,
            int events,
            String ending,
            String output,
            String waiting,
            List<String> effects,
            RawString graph,
            RawString timeline)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        StoredRun stored =
                StoredRun.of(visitor.id(), id)
                        .orElseThrow(
                                () ->
                                        new NotFoundException(
                                                "There is no run of yours at this address."));
        Replay replay = Replay.of(stored, RunSignal.of(id));
        Execution execution = replay.execution();
        String address = "/runs/" + id;
        return new glance(
                id,
                execution.status().name(),
                mark(execution),
                Spans.inWords(
                        Duration.between(
                                execution.startDate(),
                                execution.stopDate().orElse(replay.account().now()))),
                execution.history().events().size(),
                ending(execution),
                execution.output().map(JsonText::pretty).orElse(""),
                execution.pendingTasks().stream()
                        .map(Execution.PendingTask::stateName)
                        .collect(Collectors.joining(", ")),
                effects(replay),
                new RawString(
                        SvgDiagram.of(replay.machine())
                                .withOverlay(RunOverlay.of(execution))
                                .linking(name -> address + "?e=" + entered(execution, name))
                                .draw()),
                new RawString(
                        TimelineDiagram.of(execution)
                                .linking(event -> address + "?e=" + event)
                                .draw()));
    }

    private static String mark(Execution execution) {
        return switch (execution.status()) {
            case SUCCEEDED -> "✓";
            case FAILED, TIMED_OUT, ABORTED -> "✕";
            case RUNNING -> "◷";
        };
    }

    private static String ending(Execution execution) {
        return execution
                .error()
                .map(it -> it + execution.cause().map(cause -> ": " + cause).orElse(""))
                .orElse("");
    }

    private static List<String> effects(Replay replay) {
        return replay.account().effects().stream()
                .map(it -> it.name() + it.key().map(key -> " for " + key).orElse(""))
                .toList();
    }

    private static long entered(Execution execution, String state) {
        return execution.history().events().stream()
                .filter(
                        it ->
                                it.details()
                                                instanceof
                                                dev.statecraft.engine.history.EventDetails
                                                                .StateEntered
                                                        entry
                                        && entry.name().equals(state))
                .mapToLong(HistoryEvent::id)
                .findFirst()
                .orElse(1);
    }
}

package dev.statecraft.web;

import dev.statecraft.asl.AslParser;
import dev.statecraft.content.Reference;
import dev.statecraft.learning.Draft;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.World;
import dev.statecraft.sandbox.WorldFault;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Free play: any definition, any input, any simulated account. */
@Path("/sandbox")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Sandbox {
    private static final long SEED = 7;

    @Inject Visitor visitor;

    @Inject Reference reference;

    @Inject FormToken token;

    @Inject RunStore runs;

    record sandbox(
            Checked checked,
            String input,
            String inputProblem,
            String world,
            String worldProblem,
            List<SandboxTemplate> templates,
            String token)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("template") String name, @QueryParam("example") String example) {
        Optional<Reference.Entry> entry = reference.entry(String.valueOf(example));
        if (entry.isPresent()) {
            return page(
                    entry.get().experiment().definition(),
                    entry.get().input().isMissingNode()
                            ? "{}"
                            : RunPage.pretty(entry.get().input()),
                    "",
                    RunPage.pretty(entry.get().experiment().world().source()),
                    "");
        }
        Optional<SandboxTemplate> chosen = SandboxTemplate.named(name);
        SandboxTemplate first = SandboxTemplate.ALL.getFirst();
        String definition =
                chosen.map(SandboxTemplate::definition)
                        .or(() -> Draft.text(visitor.id(), "sandbox"))
                        .orElse(first.definition());
        SandboxTemplate template = chosen.orElse(first);
        return page(definition, template.input(), "", template.world(), "");
    }

    private TemplateInstance page(
            String definition,
            String input,
            String inputProblem,
            String world,
            String worldProblem) {
        return new sandbox(
                Checked.of(definition),
                input,
                inputProblem,
                world,
                worldProblem,
                SandboxTemplate.ALL,
                visitor.formToken());
    }

    @POST
    @Path("/runs")
    @Transactional
    public Response run(
            @FormParam("definition") String definition,
            @FormParam("input") String input,
            @FormParam("world") String world,
            @FormParam("token") String formToken) {
        token.check(formToken);
        String text = definition == null ? "" : definition;
        if (text.length() <= AslParser.MAX_BYTES) {
            Draft.save(visitor.id(), "sandbox", text, runs.now());
        }
        Optional<String> inputProblem = Lessons.InputProblem.of(input);
        Optional<String> worldProblem = worldProblem(world);
        if (AslParser.parse(text).machine().isEmpty()
                || inputProblem.isPresent()
                || worldProblem.isPresent()) {
            return Response.status(422)
                    .type("text/html;charset=UTF-8")
                    .entity(
                            page(
                                            text,
                                            String.valueOf(input),
                                            inputProblem.orElse(""),
                                            String.valueOf(world),
                                            worldProblem.orElse(""))
                                    .render())
                    .build();
        }
        String run =
                runs.store(
                        visitor.id(),
                        new RunStore.Causes(
                                Optional.empty(),
                                text,
                                input,
                                Replay.json(world),
                                FaultPlan.NONE,
                                Map.of(),
                                SEED));
        return Response.seeOther(URI.create("/runs/" + run)).build();
    }

    private static Optional<String> worldProblem(String world) {
        Optional<String> problem = Lessons.InputProblem.of(world);
        if (problem.isPresent()) {
            return problem.map(it -> it.replace("The input", "The account"));
        }
        try {
            World.of(Replay.json(world));
            return Optional.empty();
        } catch (WorldFault fault) {
            return Optional.of("At " + fault.location() + ": " + fault.getMessage());
        }
    }
}

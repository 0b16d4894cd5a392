package dev.statecraft.web.lessons;

import dev.statecraft.content.Concept;
import dev.statecraft.content.Library;
import dev.statecraft.content.Scenario;
import dev.statecraft.learning.Attempt;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The learning path: the lessons as stops on a line. */
@Path("/learn")
@Blocking
public class Learn {
    @Inject Library library;

    @Inject Visitor visitor;

    /** @param status {@code passed}, {@code begun} or {@code new} */
    record Stop(Scenario scenario, String status, boolean next) {
        public String statusInWords() {
            return switch (status) {
                case "passed" -> "Passed";
                case "begun" -> "Begun";
                default -> "Not begun";
            };
        }
    }

    /** One of the twelve concepts, and the stops at which it is learned. */
    record Taught(Concept concept, List<Scenario> stops) {}

    record learn(List<Stop> stops, List<Taught> concepts, long passed)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance learn() {
        List<Stop> stops = new ArrayList<>();
        boolean nextFound = false;
        for (Scenario scenario : library.scenarios()) {
            boolean passed = Attempt.hasPassed(visitor.id(), scenario.id());
            boolean begun = Attempt.failures(visitor.id(), scenario.id()) > 0;
            stops.add(
                    new Stop(
                            scenario,
                            passed ? "passed" : begun ? "begun" : "new",
                            !passed && !nextFound));
            nextFound |= !passed;
        }
        return new learn(
                stops,
                Arrays.stream(Concept.values()).map(this::taught).toList(),
                stops.stream().filter(it -> it.status().equals("passed")).count());
    }

    private Taught taught(Concept concept) {
        return new Taught(
                concept,
                library.scenarios().stream()
                        .filter(it -> it.concepts().contains(concept.id()))
                        .toList());
    }
}

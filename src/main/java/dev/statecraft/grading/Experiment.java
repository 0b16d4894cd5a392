package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.sandbox.world.World;

import java.util.List;
import java.util.Optional;

/**
 * All causes of one run: a definition, the world it meets, and what happens to it. The proof of an answer.
 *
 * @param definition ASL text; it may be faulty, and then there is no run
 */
public record Experiment(String definition, World world, Trial trial) {
    /** The status of what never ran, because the definition is refused. */
    public static final String REFUSED = "REFUSED";

    public Parsing parsing() {
        return AslParser.parse(definition);
    }

    /** Empty if the definition is refused. */
    public Optional<Trial.Run> run() {
        return parsing().machine().map(machine -> trial.run(world, machine));
    }

    /** What a run shows; a refused definition has the status {@code REFUSED} and nothing else. */
    public JsonNode measure(Measure measure) {
        return run().map(measure::in)
                .orElseGet(
                        () ->
                                measure instanceof Measure.Status
                                        ? new TextNode(REFUSED)
                                        : MissingNode.getInstance());
    }

    /** What is first found not to be as {@code observations} say; empty if all are met. */
    public Optional<Finding> misses(List<Observation> observations) {
        Optional<Trial.Run> run = run();
        if (run.isEmpty()) {
            return Finding.of("never started: the definition is refused", List.of());
        }
        var observer = new Observer(run.get());
        return observations.stream().map(observer::look).flatMap(Optional::stream).findFirst();
    }
}

package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Simulation;
import dev.statecraft.engine.Timeline;
import dev.statecraft.engine.tasks.ObjectStore;
import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.engine.tasks.TaskRuntime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers tasks as they were answered when the case was recorded: from the recorded answers as long as there are any,
 * then from the functions, then from the mock configuration.
 */
final class ReplayRuntime implements TaskRuntime {
    private final Timeline timeline;
    private final List<ReplayedAnswer> unused = new ArrayList<>();
    private final RecordedFunctions functions;
    private final MockConfiguration mocks;
    private final RecordedObjects objects;
    private final Simulation simulation;

    ReplayRuntime(JsonNode mocks, Timeline timeline, long seed) {
        this.timeline = timeline;
        mocks.path("replay").forEach(it -> unused.add(new ReplayedAnswer(it)));
        this.functions = new RecordedFunctions(mocks.path("functions"));
        this.mocks = new MockConfiguration(mocks.path("mockConfig"));
        this.objects = new RecordedObjects(mocks.path("s3"), timeline.instant());
        this.simulation = new Simulation(timeline, this, seed);
    }

    /** The simulation whose tasks this runtime answers. */
    Simulation simulation() {
        return simulation;
    }

    @Override
    public TaskOutcome start(TaskRequest request) {
        Optional<ReplayedAnswer> recorded = next(request);
        if (recorded.isPresent()) {
            unused.remove(recorded.get());
            return recorded.get().give(request, timeline, simulation);
        }
        return functions
                .answer(request)
                .or(() -> mocks.answer(request))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No answer was recorded for %s calling %s with %s."
                                                .formatted(
                                                        request.stateName(),
                                                        request.resource(),
                                                        request.input())));
    }

    /** What has neither a worker's answer nor a schedule failure on record was an activity that did not exist. */
    @Override
    public Optional<String> refusal(TaskRequest request) {
        return request.resource().contains(":activity:") && next(request).isEmpty()
                ? Optional.of("The activity " + request.resource() + " does not exist.")
                : Optional.empty();
    }

    // Branches may run in another order than they did in the recording, so an answer to the same
    // input goes first.
    private Optional<ReplayedAnswer> next(TaskRequest request) {
        List<ReplayedAnswer> fitting = unused.stream().filter(it -> it.isFor(request)).toList();
        return fitting.stream()
                .filter(it -> it.hasSameInput(request))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    @Override
    public ObjectStore objects() {
        return objects;
    }
}

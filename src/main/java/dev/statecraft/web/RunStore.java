package dev.statecraft.web;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.CausesJson;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.TestCase;
import dev.statecraft.sandbox.World;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps runs, and what people do to them. */
@ApplicationScoped
class RunStore {
    private static final int ID_LENGTH = 20;

    /** How many signals a run takes: far more than any lesson needs. */
    private static final int MAX_SIGNALS = 200;

    private final Clock clock = Clock.systemUTC();

    /** All that a run depends on. */
    record Causes(
            Optional<String> scenario,
            String definition,
            String input,
            JsonNode world,
            FaultPlan faults,
            Map<String, List<World.Answer>> answers,
            TestCase mocks,
            long seed) {

        /** Causes of a run in which the account answers every task. */
        Causes(
                Optional<String> scenario,
                String definition,
                String input,
                JsonNode world,
                FaultPlan faults,
                Map<String, List<World.Answer>> answers,
                long seed) {
            this(scenario, definition, input, world, faults, answers, TestCase.NONE, seed);
        }
    }

    /** Runs once, so that the history's hash is known, and stores the causes. Returns the id. */
    @Transactional
    public String store(String learner, Causes causes) {
        var run = new StoredRun();
        run.id = Visitor.randomId().substring(0, ID_LENGTH);
        run.learner = learner;
        run.scenario = causes.scenario().orElse(null);
        run.definition = causes.definition();
        run.input = causes.input();
        run.world = causes.world().toString();
        run.faults = CausesJson.of(causes.faults()).toString();
        run.answers = CausesJson.of(causes.answers()).toString();
        run.mocks = causes.mocks().json().toString();
        run.seed = causes.seed();
        run.startedAt = clock.instant().toString();
        stamp(run, Replay.of(run, List.of()));
        run.persist();
        return run.id;
    }

    /** Adds a signal; false if the run takes none, or the token was answered before. */
    @Transactional
    public boolean signal(
            StoredRun run, String kind, @Nullable String token, @Nullable String payload) {
        List<RunSignal> signals = RunSignal.of(run.id);
        boolean answered = token != null && signals.stream().anyMatch(it -> token.equals(it.token));
        if (answered || signals.size() >= MAX_SIGNALS) {
            return false;
        }
        var signal = new RunSignal();
        signal.key.runId = run.id;
        signal.key.seq = signals.size() + 1;
        signal.kind = kind;
        signal.token = token;
        signal.payload = payload;
        signal.givenAt = clock.instant().toString();
        signal.persist();
        StoredRun managed = StoredRun.findById(run.id);
        managed.historyHash = "";
        stamp(managed, Replay.of(managed, RunSignal.of(run.id)));
        return true;
    }

    private static void stamp(StoredRun run, Replay replay) {
        run.eventCount = replay.execution().history().events().size();
        run.historyHash = Replay.hash(replay.execution());
    }

    String now() {
        return clock.instant().toString();
    }
}

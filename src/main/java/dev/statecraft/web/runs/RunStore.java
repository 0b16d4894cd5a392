package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.CausesJson;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.web.Visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps runs, and what people do to them. */
@ApplicationScoped
public class RunStore {
    private static final int ID_LENGTH = 20;

    /** How many signals a run takes: far more than any lesson needs. */
    private static final int MAX_SIGNALS = 200;

    private final Clock clock = Clock.systemUTC();

    /** All that a run depends on. */
    public record Causes(
            Optional<String> scenario,
            String definition,
            String input,
            JsonNode world,
            FaultPlan faults,
            Map<String, List<World.Answer>> answers,
            TestCase mocks,
            long seed) {

        /** Causes of a run in which the account answers every task. */
        public Causes(
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
        run.scenario = causes.scenario().orElse(null);
        run.definition = causes.definition();
        run.input = causes.input();
        run.world = causes.world().toString();
        run.faults = CausesJson.of(causes.faults()).toString();
        run.answers = CausesJson.of(causes.answers()).toString();
        run.mocks = causes.mocks().json().toString();
        run.seed = causes.seed();
        return store(learner, run, List.of());
    }

    private String store(String learner, StoredRun run, List<RunSignal> signals) {
        run.id = Visitor.randomId().substring(0, ID_LENGTH);
        run.learner = learner;
        run.startedAt = now();
        stamp(run, Replay.of(run, signals));
        run.persist();
        for (int i = 0; i < signals.size(); i++) {
            RunSignal signal = signals.get(i);
            signal.key.runId = run.id;
            signal.key.seq = i + 1;
            signal.givenAt = now();
            signal.persist();
        }
        return run.id;
    }

    /** Stores a run that differs from {@code parent} in what the fork changes. Returns the id. */
    @Transactional
    public String fork(String learner, StoredRun parent, RunFork fork) {
        var run = new StoredRun();
        run.scenario = parent.scenario;
        run.definition = parent.definition;
        run.input = parent.input;
        run.world = parent.world;
        run.faults = parent.faults;
        run.answers = parent.answers;
        run.mocks = parent.mocks;
        run.seed = parent.seed;
        run.substitutes = parent.substitutes;
        run.parent = parent.id;
        run.parentEvent = fork.event();
        run.changed = fork.changed();
        change(run, fork.change());
        return store(learner, run, signals(parent, fork));
    }

    private static void change(StoredRun run, RunFork.Change change) {
        switch (change) {
            case RunFork.Change.ExecutionInput input -> run.input = input.text();
            case RunFork.Change.StateInput input -> {
                ObjectNode substitutes = Replay.json(run.substitutes).deepCopy();
                substitutes.set(Long.toString(input.enteredEvent()), input.input());
                run.substitutes = substitutes.toString();
            }
            case RunFork.Change.OneMoreFault more -> {
                List<Fault> faults = new ArrayList<>(List.of(more.fault()));
                faults.addAll(FaultReader.read(Replay.json(run.faults)).faults());
                run.faults = CausesJson.of(new FaultPlan(faults)).toString();
            }
            case RunFork.Change.Script script -> {
                Map<String, List<World.Answer>> answers =
                        new LinkedHashMap<>(FaultReader.answers(Replay.json(run.answers)));
                answers.put(script.person(), script.answers());
                run.answers = CausesJson.of(answers).toString();
            }
            case RunFork.Change.Answer answer -> {
                // A signal, and no cause of the run itself.
            }
            case RunFork.Change.Silence silence -> {
                // Likewise.
            }
        }
    }

    /** Those of the parent, with the fork's own in the place of the one that it treats otherwise. */
    private static List<RunSignal> signals(StoredRun parent, RunFork fork) {
        List<RunSignal> signals = new ArrayList<>();
        Optional<RunSignal> own =
                fork.change() instanceof RunFork.Change.Answer answer
                        ? Optional.of(signal(answer.kind(), answer.token(), answer.payload()))
                        : Optional.empty();
        boolean placed = false;
        for (RunSignal signal : RunSignal.of(parent.id)) {
            boolean replaced = fork.token().filter(it -> it.equals(signal.token)).isPresent();
            if (replaced) {
                own.ifPresent(signals::add);
                placed = true;
            } else {
                signals.add(signal(signal.kind, signal.token, signal.payload));
            }
        }
        if (!placed) {
            own.ifPresent(signals::add);
        }
        return signals;
    }

    private static RunSignal signal(String kind, @Nullable String token, @Nullable String payload) {
        var signal = new RunSignal();
        signal.kind = kind;
        signal.token = token;
        signal.payload = payload;
        return signal;
    }

    /** Adds a signal and returns the run's new version; empty if the run takes none, or the token was answered before. */
    @Transactional
    public Optional<String> signal(
            StoredRun run, String kind, @Nullable String token, @Nullable String payload) {
        List<RunSignal> signals = RunSignal.of(run.id);
        boolean answered = token != null && signals.stream().anyMatch(it -> token.equals(it.token));
        if (answered || signals.size() >= MAX_SIGNALS) {
            return Optional.empty();
        }
        RunSignal signal = signal(kind, token, payload);
        signal.key.runId = run.id;
        signal.key.seq = signals.size() + 1;
        signal.givenAt = now();
        signal.persist();
        StoredRun managed = StoredRun.findById(run.id);
        managed.historyHash = "";
        stamp(managed, Replay.of(managed, RunSignal.of(run.id)));
        return Optional.of(RunPage.version(managed));
    }

    private static void stamp(StoredRun run, Replay replay) {
        run.eventCount = replay.execution().history().events().size();
        run.historyHash = Replay.hash(replay.execution());
    }

    public String now() {
        return clock.instant().toString();
    }
}

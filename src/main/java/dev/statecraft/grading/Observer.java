package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.history.EventDetails;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.tasks.ObjectStore.StoredObject;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Call;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.sandbox.Values;
import dev.statecraft.sandbox.world.Pictures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one run: says what is wrong with it, if an observation is not met. */
final class Observer {
    private final Account account;
    private final Execution execution;

    Observer(Trial.Run run) {
        this.account = run.account();
        this.execution = run.execution();
    }

    /** Empty if the observation is met. */
    Optional<Finding> look(Observation observation) {
        return switch (observation) {
            case Observation.Status status -> status(status);
            case Observation.Output output -> output(output);
            case Observation.FailedWith failed -> failedWith(failed);
            case Observation.Effects effects -> effects(effects);
            case Observation.Calls calls -> calls(calls);
            case Observation.Order order -> order(order);
            case Observation.Together together -> together(together);
            case Observation.Objects objects -> objects(objects);
            case Observation.Sent sent -> sent(sent);
            case Observation.Within within -> within(within);
            case Observation.Lasts lasts -> lasts(lasts);
        };
    }

    private Optional<Finding> status(Observation.Status wanted) {
        if (execution.status() == wanted.status()) {
            return Optional.empty();
        }
        return Finding.of(ending(), List.of(lastEvent()));
    }

    /** How the run ended, in words. */
    private String ending() {
        String why =
                execution.error().map(error -> " with " + error).orElse("")
                        + execution.cause().map(cause -> " (" + cut(cause) + ")").orElse("");
        return switch (execution.status()) {
            case RUNNING -> "never ended: it still waits";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed" + why;
            case TIMED_OUT -> "timed out" + why;
            case ABORTED -> "was stopped" + why;
        };
    }

    private static String cut(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }

    private Optional<Finding> failedWith(Observation.FailedWith wanted) {
        return execution.status() == ExecutionStatus.FAILED
                        && execution.error().equals(Optional.of(wanted.error()))
                ? Optional.empty()
                : Finding.of(
                        ending() + ", not failed with " + wanted.error(), List.of(lastEvent()));
    }

    private Optional<Finding> output(Observation.Output wanted) {
        if (execution.output().isEmpty()) {
            return Finding.of(ending() + " and has no output", List.of(lastEvent()));
        }
        JsonNode output = execution.output().get();
        Optional<JsonNode> found =
                wanted.path().map(path -> Values.find(output, path)).orElse(Optional.of(output));
        String where = wanted.path().map(path -> " at " + path).orElse("");
        if (found.isEmpty()) {
            return Finding.of(
                    "has nothing" + where + " of its output, which is " + cut(output.toString()),
                    List.of(lastEvent()));
        }
        boolean equal =
                wanted.equalTo().map(value -> Values.equal(found.get(), value)).orElse(true);
        return equal
                ? Optional.empty()
                : Finding.of(
                        "gave "
                                + cut(found.get().toString())
                                + where
                                + " where "
                                + cut(wanted.equalTo().orElseThrow().toString())
                                + " was expected",
                        List.of(lastEvent()));
    }

    private Optional<Finding> effects(Observation.Effects wanted) {
        List<EffectRecord> all =
                account.effects().stream().filter(it -> it.name().equals(wanted.name())).toList();
        if (!wanted.perKey()) {
            return counted(wanted, all, "");
        }
        Map<String, List<EffectRecord>> byKey = new LinkedHashMap<>();
        all.forEach(
                it -> byKey.computeIfAbsent(it.key().orElse(""), key -> new ArrayList<>()).add(it));
        return byKey.entrySet().stream()
                .map(entry -> counted(wanted, entry.getValue(), " for " + entry.getKey()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Finding> counted(
            Observation.Effects wanted, List<EffectRecord> records, String whose) {
        if (wanted.bounds().allow(records.size())) {
            return Optional.empty();
        }
        List<Long> events = records.stream().map(it -> eventOf(it.stateName(), it.at())).toList();
        String happened =
                records.isEmpty()
                        ? "never caused the " + wanted.name() + whose
                        : "caused the "
                                + wanted.name()
                                + whose
                                + " "
                                + Bounds.times(records.size());
        return Finding.of(happened + wanted.bounds().butMust(), events);
    }

    private Optional<Finding> calls(Observation.Calls wanted) {
        List<Call> calls = callsOf(wanted.target());
        if (!wanted.bounds().allow(calls.size())) {
            return Finding.of(
                    "called "
                            + wanted.target()
                            + " "
                            + Bounds.times(calls.size())
                            + wanted.bounds().butMust(),
                    calls.stream().map(this::eventOf).toList());
        }
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Call first = calls.getFirst();
        Duration after = Duration.between(execution.startDate(), first.at());
        if (wanted.notBefore().filter(limit -> after.compareTo(limit) < 0).isPresent()) {
            return Finding.of(
                    "called "
                            + wanted.target()
                            + " after "
                            + Durations.inWords(after)
                            + ", and that is too early: not before "
                            + Durations.inWords(wanted.notBefore().get()),
                    List.of(eventOf(first)));
        }
        return wanted.notAfter()
                .filter(limit -> after.compareTo(limit) > 0)
                .flatMap(
                        limit ->
                                Finding.of(
                                        "called "
                                                + wanted.target()
                                                + " only after "
                                                + Durations.inWords(after)
                                                + ", and that is too late: within "
                                                + Durations.inWords(limit),
                                        List.of(eventOf(first))));
    }

    private List<Call> callsOf(String target) {
        return account.calls().stream().filter(it -> it.target().equals(target)).toList();
    }

    private Optional<Finding> order(Observation.Order wanted) {
        for (int i = 1; i < wanted.targets().size(); i++) {
            List<Call> before = callsOf(wanted.targets().get(i - 1));
            List<Call> after = callsOf(wanted.targets().get(i));
            boolean wrong =
                    !after.isEmpty()
                            && (before.isEmpty()
                                    || account.calls().indexOf(before.getFirst())
                                            > account.calls().indexOf(after.getFirst()));
            if (wrong) {
                return Finding.of(
                        "called "
                                + wanted.targets().get(i)
                                + " before "
                                + wanted.targets().get(i - 1),
                        List.of(eventOf(after.getFirst())));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> together(Observation.Together wanted) {
        for (String target : wanted.targets()) {
            List<Call> calls = callsOf(target);
            if (calls.isEmpty()) {
                return Finding.of("never called " + target, List.of());
            }
            for (String other : wanted.targets()) {
                List<Call> others = callsOf(other);
                boolean waited =
                        !others.isEmpty()
                                && !calls.getFirst()
                                        .at()
                                        .isBefore(
                                                others.getFirst()
                                                        .at()
                                                        .plus(others.getFirst().duration()))
                                && !target.equals(other)
                                && !others.getFirst().duration().isZero();
                if (waited) {
                    return Finding.of(
                            "called "
                                    + target
                                    + " only when "
                                    + other
                                    + " was done; the two do not depend on each other",
                            List.of(eventOf(calls.getFirst())));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> objects(Observation.Objects wanted) {
        List<StoredObject> found =
                account.buckets().list(wanted.bucket(), wanted.prefix()).stream()
                        .filter(it -> it.key().endsWith(wanted.suffix()))
                        .toList();
        if (!wanted.bounds().allow(found.size())) {
            return Finding.of(
                    "left "
                            + found.size()
                            + " objects in the bucket "
                            + wanted.bucket()
                            + namesOf(found)
                            + " where there must be "
                            + wanted.bounds()
                                    .inWords()
                                    .replace("once", "1")
                                    .replace("twice", "2")
                                    .replace(" times", ""),
                    List.of());
        }
        return wanted.width().flatMap(width -> wrongWidth(wanted, found, width));
    }

    private static String namesOf(List<StoredObject> objects) {
        return objects.isEmpty()
                ? ""
                : " ("
                        + cut(String.join(", ", objects.stream().map(StoredObject::key).toList()))
                        + ")";
    }

    private Optional<Finding> wrongWidth(
            Observation.Objects wanted, List<StoredObject> found, int width) {
        for (StoredObject object : found) {
            Optional<Integer> actual =
                    account.buckets().get(wanted.bucket(), object.key()).flatMap(Pictures::widthOf);
            if (!actual.equals(Optional.of(width))) {
                return Finding.of(
                        "left "
                                + object.key()
                                + actual.map(it -> " " + it + " pixels wide")
                                        .orElse(", which is no image,")
                                + " where images must be "
                                + width
                                + " pixels wide",
                        List.of());
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> sent(Observation.Sent wanted) {
        int count =
                (int)
                        account.messages().sent().stream()
                                .filter(it -> it.to().equals(wanted.to()))
                                .filter(
                                        it ->
                                                wanted.contains()
                                                        .map(
                                                                text ->
                                                                        it.body()
                                                                                .toString()
                                                                                .contains(text))
                                                        .orElse(true))
                                .count();
        String about = wanted.contains().map(text -> " about " + text).orElse("");
        return wanted.bounds().allow(count)
                ? Optional.empty()
                : Finding.of(
                        "sent "
                                + count
                                + " messages"
                                + about
                                + " to "
                                + wanted.to()
                                + wanted.bounds().butMust(),
                        List.of());
    }

    private Optional<Finding> within(Observation.Within wanted) {
        return took().filter(it -> it.compareTo(wanted.duration()) <= 0).isPresent()
                ? Optional.empty()
                : Finding.of(
                        took().map(it -> "took " + Durations.inWords(it)).orElse("never ended")
                                + " where at most "
                                + Durations.inWords(wanted.duration())
                                + " are allowed",
                        List.of(lastEvent()));
    }

    private Optional<Finding> lasts(Observation.Lasts wanted) {
        return took().filter(it -> it.compareTo(wanted.duration()) < 0)
                .flatMap(
                        it ->
                                Finding.of(
                                        "ended after "
                                                + Durations.inWords(it)
                                                + ", before "
                                                + Durations.inWords(wanted.duration())
                                                + " had passed",
                                        List.of(lastEvent())));
    }

    private Optional<Duration> took() {
        return execution.stopDate().map(stop -> Duration.between(execution.startDate(), stop));
    }

    private long lastEvent() {
        return execution.history().events().getLast().id();
    }

    private long eventOf(Call call) {
        return eventOf(call.stateName(), call.at());
    }

    /** The event that scheduled a task of that state at that moment. */
    private long eventOf(String stateName, java.time.Instant at) {
        long entered = 0;
        for (HistoryEvent event : execution.history().events()) {
            if (event.details() instanceof EventDetails.StateEntered details
                    && details.name().equals(stateName)
                    && !event.timestamp().isAfter(at)) {
                entered = event.id();
            }
            boolean schedules =
                    event.details() instanceof EventDetails.LambdaScheduled
                            || event.details() instanceof EventDetails.TaskScheduled;
            if (schedules && event.timestamp().equals(at) && event.id() > entered && entered > 0) {
                return event.id();
            }
        }
        return Math.max(1, entered);
    }
}

package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Mutant;
import dev.statecraft.sandbox.Fault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A question made from a seed: a small definition, what happens to it, and what its run shows. The wrong options are what the same
 * run shows when the definition holds one small mistake.
 */
public final class Drill {
    public static final int LEVELS = 3;
    private static final int WRONG_OPTIONS = 3;
    private static final int FEWEST_WRONG = 2;
    private static final int TRIES = 200;

    private Drill() {}

    /**
     * The drill of a seed; always the same.
     *
     * @param level from 1, easy, to {@link #LEVELS}
     */
    public static Question of(int level, long seed) {
        var random = new SplittableRandom(seed * LEVELS + level);
        List<DrillFamily> families =
                Arrays.stream(DrillFamily.values()).filter(it -> it.level <= level).toList();
        for (int i = 0; i < TRIES; i++) {
            DrillFamily family = families.get(random.nextInt(families.size()));
            Optional<Question> question = question(family, random, "drill-" + level + "-" + seed);
            if (question.isPresent()) {
                return question.get();
            }
        }
        throw new IllegalStateException(
                "Seed " + seed + " at level " + level + " gives no drill; widen the families");
    }

    /** The drill that {@code id} names, such as {@code drill-2-17}; empty if it names none. */
    public static Optional<Question> named(String id) {
        if (!id.matches("drill-[1-" + LEVELS + "]-\\d{1,12}")) {
            return Optional.empty();
        }
        String[] parts = id.split("-");
        return Optional.of(of(Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
    }

    private static Optional<Question> question(
            DrillFamily family, SplittableRandom random, String id) {
        var setting = new DrillSetting(random);
        DrillFamily.Draft draft = family.draft(setting);
        JsonNode run = Yaml.read(draft.run());
        Experiment experiment = ExperimentReader.read(run, MissingNode.getInstance());
        DrillAsking asking = draft.asked().get(random.nextInt(draft.asked().size()));
        JsonNode right = experiment.measure(asking.measure());
        List<Wrong> wrong = wrong(run, asking, right, random);
        if (right.isMissingNode() || wrong.size() < FEWEST_WRONG) {
            return Optional.empty();
        }
        List<Question.Option> options = new ArrayList<>();
        options.add(
                new Question.Option(
                        "run",
                        words(right, asking.unit()),
                        DrillTrace.inWords(experiment, setting.function()),
                        claim(experiment, asking, right)));
        for (int i = 0; i < wrong.size(); i++) {
            options.add(
                    new Question.Option(
                            "mutant-" + (i + 1),
                            words(wrong.get(i).value(), asking.unit()),
                            "This is what a run shows if " + wrong.get(i).mutant().change() + ".",
                            claim(experiment, asking, wrong.get(i).value()),
                            Optional.of(wrong.get(i).experiment())));
        }
        // Neither the order nor the names of the options may give the key away.
        for (int i = options.size() - 1; i > 0; i--) {
            Collections.swap(options, i, random.nextInt(i + 1));
        }
        for (int i = 0; i < options.size(); i++) {
            Question.Option it = options.get(i);
            String letter = String.valueOf((char) ('a' + i));
            options.set(
                    i, new Question.Option(letter, it.text(), it.why(), it.claim(), it.instead()));
        }
        return Optional.of(
                new Question(
                        id,
                        family.concept,
                        "drill",
                        List.of(family.bullet),
                        false,
                        asking.question(),
                        Optional.of(experiment.definition()),
                        given(run, experiment, draft),
                        options,
                        Optional.empty(),
                        false));
    }

    private static Claim claim(Experiment experiment, DrillAsking asking, JsonNode value) {
        return new Claim.Proven(
                experiment, List.of(), Optional.of(new Claim.Asked(asking.measure(), value)));
    }

    private record Wrong(Mutant mutant, Experiment experiment, JsonNode value) {}

    /** Values that differ from the right one and from each other, each with the mistake that leads to it. */
    private static List<Wrong> wrong(
            JsonNode run, DrillAsking asking, JsonNode right, SplittableRandom random) {
        Map<String, Wrong> byWords = new LinkedHashMap<>();
        for (Mutant mutant : Mutant.of(run.get("definition"))) {
            ObjectNode changed = run.deepCopy();
            changed.set("definition", mutant.definition());
            Experiment experiment = ExperimentReader.read(changed, MissingNode.getInstance());
            JsonNode value = experiment.measure(asking.measure());
            boolean refused = experiment.parsing().machine().isEmpty();
            if (!refused && !value.isMissingNode() && !words(value, "").equals(words(right, ""))) {
                byWords.putIfAbsent(words(value, ""), new Wrong(mutant, experiment, value));
            }
        }
        return some(new ArrayList<>(byWords.values()), right, random);
    }

    /**
     * So many as are wanted. Mistakes go both ways, so that the right number would mostly lie in the middle, and that would tell; how
     * many lie below it is drawn first.
     */
    private static List<Wrong> some(List<Wrong> all, JsonNode right, SplittableRandom random) {
        int below = random.nextInt(WRONG_OPTIONS + 1);
        List<Wrong> left = new ArrayList<>(all);
        List<Wrong> chosen = new ArrayList<>();
        while (chosen.size() < WRONG_OPTIONS && !left.isEmpty()) {
            boolean wantsBelow = chosen.size() < below;
            List<Wrong> fitting =
                    left.stream()
                            .filter(it -> right.isNumber())
                            .filter(it -> it.value().asDouble() < right.asDouble() == wantsBelow)
                            .toList();
            List<Wrong> from = fitting.isEmpty() ? left : fitting;
            Wrong one = from.get(random.nextInt(from.size()));
            left.remove(one);
            chosen.add(one);
        }
        return chosen;
    }

    private static List<String> given(
            JsonNode run, Experiment experiment, DrillFamily.Draft draft) {
        List<String> given = new ArrayList<>();
        if (run.has("input")) {
            given.add("Input: `" + run.get("input") + "`");
        }
        experiment.trial().faults().faults().stream()
                .map(Fault::describe)
                .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1) + ".")
                .forEach(given::add);
        given.addAll(draft.given());
        return given;
    }

    private static String words(JsonNode value, String unit) {
        if (unit.equals("retriers")) {
            List<String> places = new ArrayList<>();
            value.forEach(it -> places.add(it.asInt() == 1 ? "first" : "second"));
            return places.isEmpty() ? "none, there is no wait" : String.join(", then ", places);
        }
        if (value.isArray() && !value.isEmpty() && value.get(0).isTextual() && unit.isEmpty()) {
            List<String> names = new ArrayList<>();
            value.forEach(it -> names.add(it.asText()));
            return String.join(" → ", names);
        }
        if (unit.equals("ending")) {
            return value.asText();
        }
        if (value.isNumber()) {
            boolean one = value.decimalValue().compareTo(BigDecimal.ONE) == 0;
            String unitOfOne =
                    one && unit.endsWith("s") && unit.length() > 2
                            ? unit.substring(0, unit.length() - 1)
                            : unit;
            return value.decimalValue().stripTrailingZeros().toPlainString() + unitOfOne;
        }
        return value.isTextual() && value.asText().matches("[A-Z_]+")
                ? value.asText()
                : "`" + value + "`";
    }
}

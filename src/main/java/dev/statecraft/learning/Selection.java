package dev.statecraft.learning;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Concept;
import dev.statecraft.content.Drill;
import dev.statecraft.content.Question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses the questions of a sitting. The same bank, answers and seed give the same choice. */
public final class Selection {
    private static final int MOST_DRILLS = 10;

    private final Bank bank;
    private final List<Answer> answers;
    private final Set<String> asked = new HashSet<>();

    /** @param answers oldest first */
    public Selection(Bank bank, List<Answer> answers) {
        this.bank = bank;
        this.answers = List.copyOf(answers);
        answers.forEach(it -> asked.add(it.question()));
    }

    /** In the order in which they are asked; fewer than the mode wants where there are no more, and none for drills. */
    public List<Question> of(PracticeMode mode, Optional<Concept> about, long seed) {
        List<Question> pool =
                switch (mode) {
                    case LEARN -> shuffled(bank.questions(), seed);
                    case TOPIC -> shuffled(about.map(bank::about).orElse(bank.questions()), seed);
                    case MISSED -> shuffled(missed(), seed);
                    case SURE_BUT_WRONG -> shuffled(sureButWrong(), seed);
                    case MOCK, FULL -> spread(shuffled(bank.questions(), seed));
                    case DRILLS -> List.of();
                };
        List<Question> ordered = new ArrayList<>(pool);
        if (mode == PracticeMode.LEARN) {
            ordered.sort(Comparator.comparing(this::wasAsked).thenComparing(this::mastery));
            ordered = new ArrayList<>(spread(ordered));
        }
        if (mode == PracticeMode.TOPIC || mode == PracticeMode.MOCK) {
            ordered.sort(Comparator.comparing(this::wasAsked));
        }
        List<Question> chosen = ordered.subList(0, Math.min(mode.questions(), ordered.size()));
        // Mocks put what was never asked first, and must not show that by the order.
        return mode.isExam() ? shuffled(chosen, seed + 1) : List.copyOf(chosen);
    }

    /** Questions whose latest answer is wrong. */
    public List<Question> missed() {
        return latest(it -> !it.correct());
    }

    /** Questions whose latest answer is wrong although the learner was sure. */
    public List<Question> sureButWrong() {
        return latest(it -> !it.correct() && it.confidence() == 3);
    }

    private List<Question> latest(Predicate<Answer> wanted) {
        Map<String, Answer> latest = new LinkedHashMap<>();
        for (Answer answer : answers) {
            latest.remove(answer.question());
            latest.put(answer.question(), answer);
        }
        List<String> missed =
                latest.values().stream().filter(wanted).map(Answer::question).toList();
        List<String> drills = missed.stream().filter(it -> bank.question(it).isEmpty()).toList();
        List<Question> all =
                new ArrayList<>(missed.stream().flatMap(it -> bank.question(it).stream()).toList());
        // A drill is made anew from its seed, which takes a moment; so only the latest ones come
        // again.
        drills.subList(Math.max(0, drills.size() - MOST_DRILLS), drills.size()).stream()
                .flatMap(it -> Drill.named(it).stream())
                .forEach(all::add);
        return all;
    }

    private boolean wasAsked(Question question) {
        return asked.contains(question.id());
    }

    private double mastery(Question question) {
        return Mastery.of(answers, question.concept());
    }

    private static List<Question> shuffled(List<Question> questions, long seed) {
        List<Question> copy = new ArrayList<>(questions);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    /** One question of each concept in turn, so that a short sitting covers many. */
    private static List<Question> spread(List<Question> questions) {
        Map<Concept, Integer> turn = new HashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        questions.forEach(it -> turns.put(it.id(), turn.merge(it.concept(), 1, Integer::sum)));
        List<Question> copy = new ArrayList<>(questions);
        copy.sort(Comparator.comparing((Question it) -> turns.getOrDefault(it.id(), 0)));
        return copy;
    }
}

package dev.statecraft.web.practice;

import dev.statecraft.content.Bank;
import dev.statecraft.content.Concept;
import dev.statecraft.content.Drill;
import dev.statecraft.content.Exam;
import dev.statecraft.content.Library;
import dev.statecraft.content.Question;
import dev.statecraft.content.Scenario;
import dev.statecraft.learning.Answer;
import dev.statecraft.learning.Attempt;
import dev.statecraft.learning.PracticeMode;
import dev.statecraft.learning.Selection;
import dev.statecraft.learning.Sitting;
import dev.statecraft.learning.SittingItem;
import dev.statecraft.web.Visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Keeps sittings and the answers given in them. */
@ApplicationScoped
public class SittingStore {
    private static final int ID_LENGTH = 20;
    private static final int RIGHT_IN_A_ROW_TO_RISE = 3;

    private final Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();

    @Inject Bank bank;

    @Inject Library library;

    /** One that is put together by hand, as a second node of the same server is. */
    public static SittingStore with(Bank bank, Library library) {
        var store = new SittingStore();
        store.bank = bank;
        store.library = library;
        return store;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Draws the seeds of sittings from {@code random} from now on, so that a test meets the same questions each time. */
    public void drawFrom(RandomGenerator random) {
        this.random = random;
    }

    /** Begins a sitting and returns it; empty if no question fits the mode. */
    @Transactional
    public Optional<Sitting> begin(String learner, PracticeMode mode, Optional<Concept> about) {
        long seed = random.nextInt(Integer.MAX_VALUE);
        List<Question> questions =
                mode == PracticeMode.DRILLS
                        ? List.of(Drill.of(1, seed))
                        : new Selection(bank, answersOf(learner)).of(mode, about, seed);
        if (questions.isEmpty()
                || mode == PracticeMode.FULL && questions.size() < mode.questions()) {
            return Optional.empty();
        }
        var sitting = new Sitting();
        sitting.id = Visitor.randomId().substring(0, ID_LENGTH);
        sitting.learner = learner;
        sitting.mode = mode.id();
        sitting.about = about.map(Concept::id).orElse("");
        sitting.seed = seed;
        sitting.startedAt = now().toString();
        sitting.endsAt = mode.isExam() ? now().plus(mode.limit()).toString() : null;
        sitting.persist();
        for (int i = 0; i < questions.size(); i++) {
            add(sitting, i + 1, questions.get(i));
        }
        return Optional.of(sitting);
    }

    private static void add(Sitting sitting, int place, Question question) {
        var item = new SittingItem();
        item.key.sittingId = sitting.id;
        item.key.place = place;
        item.question = question.id();
        item.concept = question.concept().id();
        item.persist();
    }

    /**
     * Keeps an answer. In practice the first one counts and a second changes nothing; in an exam the last one before the end counts.
     *
     * @return false if it was not taken
     */
    @Transactional
    public boolean answer(
            Sitting given,
            int place,
            Question question,
            Collection<String> chosen,
            int confidence) {
        Sitting sitting = Sitting.findById(given.id);
        SittingItem item = item(given.id, place);
        boolean exam = sitting.practiceMode().isExam();
        boolean closed =
                exam ? sitting.isFinished() || sitting.hasExpired(now()) : item.isAnswered();
        if (closed) {
            return false;
        }
        item.chosen = String.join(",", new TreeSet<>(chosen));
        item.confidence = confidence;
        item.correct = new TreeSet<>(chosen).equals(new TreeSet<>(key(question)));
        item.answeredAt = now().toString();
        if (!exam) {
            goOn(sitting);
        }
        return true;
    }

    Exam exam() {
        return bank.exam().orElseThrow();
    }

    /** Right options of a question of the bank, or of a drill. */
    public List<String> key(Question question) {
        return bank.question(question.id()).isPresent() ? bank.key(question) : question.key();
    }

    /** Adds the next drill, or ends a round whose questions are all answered. */
    private void goOn(Sitting sitting) {
        List<SittingItem> items = SittingItem.of(sitting.id);
        boolean drills = sitting.practiceMode() == PracticeMode.DRILLS;
        if (drills && items.size() < sitting.practiceMode().questions()) {
            add(sitting, items.size() + 1, Drill.of(level(items), sitting.seed + items.size()));
        } else if (items.stream().allMatch(it -> it.isAnswered() || question(it).isEmpty())) {
            sitting.finishedAt = now().toString();
        }
    }

    /** Rises with each three right answers in a row, and falls to the easier level with a wrong one. */
    private static int level(List<SittingItem> items) {
        int level = 1;
        int row = 0;
        for (SittingItem item : items) {
            row = item.correct ? row + 1 : 0;
            if (row == RIGHT_IN_A_ROW_TO_RISE) {
                level++;
                row = 0;
            } else if (!item.correct) {
                level--;
            }
            level = Math.clamp(level, 1, Drill.LEVELS);
        }
        return level;
    }

    @Transactional
    public void flag(Sitting sitting, int place, boolean flagged) {
        item(sitting.id, place).flagged = flagged;
    }

    /** Ends a sitting; a second time changes nothing. An exam ends at the latest when its time was up. */
    @Transactional
    public void finish(Sitting given) {
        Sitting sitting = Sitting.findById(given.id);
        if (!sitting.isFinished()) {
            sitting.finishedAt = sitting.hasExpired(now()) ? sitting.endsAt : now().toString();
        }
    }

    private static SittingItem item(String sitting, int place) {
        var key = new SittingItem.Key();
        key.sittingId = sitting;
        key.place = place;
        return SittingItem.findById(key);
    }

    public Optional<Question> question(SittingItem item) {
        return bank.question(item.question).or(() -> Drill.named(item.question));
    }

    /** Everything that counts, oldest first: answers, and the first pass of each design. */
    public List<Answer> answersOf(String learner) {
        List<Answer> all = new ArrayList<>();
        for (SittingItem item : SittingItem.answersOf(learner)) {
            Concept.of(item.concept)
                    .ifPresent(
                            concept ->
                                    all.add(
                                            new Answer(
                                                    item.question,
                                                    concept,
                                                    item.correct,
                                                    item.confidence,
                                                    Instant.parse(
                                                            String.valueOf(item.answeredAt)))));
        }
        all.addAll(designsOf(learner));
        all.sort(Comparator.comparing(Answer::at));
        return all;
    }

    private List<Answer> designsOf(String learner) {
        List<Answer> designs = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        for (Attempt attempt : Attempt.of(learner)) {
            if (attempt.passed && passed.add(attempt.scenario)) {
                library
                        .scenario(attempt.scenario)
                        .map(Scenario::concepts)
                        .orElse(List.of())
                        .stream()
                        .flatMap(it -> Concept.of(it).stream())
                        .map(
                                it ->
                                        Answer.design(
                                                attempt.scenario,
                                                it,
                                                Instant.parse(attempt.submittedAt)))
                        .forEach(designs::add);
            }
        }
        return designs;
    }
}

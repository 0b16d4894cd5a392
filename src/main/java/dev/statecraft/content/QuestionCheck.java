package dev.statecraft.content;

import dev.statecraft.grading.Measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proves questions sound: runs every experiment, and finds whatever would let an answer be wrong, doubtful or guessed. */
public final class QuestionCheck {
    /** Of four options one is the longest by chance in a quarter of all questions. */
    private static final double MOST_TOLD_BY_LENGTH = 0.4;

    private static final int FEWEST_TO_JUDGE_LENGTH = 30;

    private final Set<String> bullets;
    private final LocalDate today;

    public QuestionCheck(Set<String> bullets, LocalDate today) {
        this.bullets = Set.copyOf(bullets);
        this.today = today;
    }

    /** Everything that is wrong with the bank. */
    public List<ContentFault> check(List<Question> questions) {
        List<ContentFault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int single = 0;
        int longest = 0;
        int shortest = 0;
        for (Question question : questions) {
            if (!ids.add(question.id())) {
                add(faults, question, "Another question has this id.");
            }
            faults.addAll(check(question));
            if (!question.multiple()) {
                single++;
                longest += isRight(question, longest(question)) ? 1 : 0;
                shortest += isRight(question, shortest(question)) ? 1 : 0;
            }
        }
        told(faults, "longest", longest, single);
        told(faults, "shortest", shortest, single);
        return faults;
    }

    private static void told(List<ContentFault> faults, String which, int times, int single) {
        if (single >= FEWEST_TO_JUDGE_LENGTH && times > MOST_TOLD_BY_LENGTH * single) {
            faults.add(
                    new ContentFault(
                            "content/questions",
                            "/",
                            "In "
                                    + times
                                    + " of "
                                    + single
                                    + " questions the "
                                    + which
                                    + " option is the right one; length must not tell."));
        }
    }

    /** Everything that is wrong with one question. */
    public List<ContentFault> check(Question question) {
        List<ContentFault> faults = new ArrayList<>();
        if (question.bullets().isEmpty()) {
            add(faults, question, "Name the exam bullets that it practises.");
        }
        question.bullets().stream()
                .filter(it -> !bullets.contains(it))
                .forEach(it -> add(faults, question, "There is no exam bullet \"" + it + "\"."));
        options(faults, question);
        backing(faults, question);
        key(faults, question);
        return faults;
    }

    private static void options(List<ContentFault> faults, Question question) {
        Set<String> ids = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (Question.Option option : question.options()) {
            if (!option.id().matches("[a-z0-9-]{1,20}") || !ids.add(option.id())) {
                add(faults, question, "Option id \"" + option.id() + "\" is odd or used twice.");
            }
            if (!texts.add(option.text())) {
                add(faults, question, "Two options say \"" + option.text() + "\".");
            }
        }
        int fewest = question.multiple() ? 5 : 3;
        if (question.options().size() < fewest) {
            add(faults, question, "It needs " + fewest + " options or more.");
        }
        long proven =
                question.options().stream()
                        .filter(it -> it.claim() instanceof Claim.Proven)
                        .count();
        if (proven != 0 && proven != question.options().size()) {
            add(faults, question, "Either every option has a run, or none has.");
        }
    }

    private void backing(List<ContentFault> faults, Question question) {
        if (!question.proven() && question.citation().isEmpty()) {
            add(faults, question, "It has neither runs nor a citation.");
        }
        question.citation().flatMap(this::dated).ifPresent(it -> add(faults, question, it));
        for (Question.Option option : question.options()) {
            if (option.claim() instanceof Claim.Proven proven
                    && proven.experiment().parsing().machine().isEmpty()
                    && proven.ask()
                            .map(it -> !(it.measure() instanceof Measure.Status))
                            .orElse(true)
                    && !question.multiple()
                    && proven.expect().isEmpty()) {
                add(
                        faults,
                        question,
                        "The definition of option "
                                + option.id()
                                + " is refused: "
                                + proven.experiment().parsing().diagnostics().getFirst().message());
            }
        }
    }

    /** What is wrong with a citation, if anything. */
    Optional<String> dated(Citation citation) {
        if (!citation.url().matches("https://[a-z0-9.-]+/\\S*")) {
            return Optional.of("\"" + citation.url() + "\" is no public address.");
        }
        return citation.checked().isBefore(today.minusYears(1))
                ? Optional.of(
                        "Its citation was last checked on "
                                + citation.checked()
                                + ", more than a year ago. Read it again.")
                : Optional.empty();
    }

    private static void key(List<ContentFault> faults, Question question) {
        List<String> key = question.key();
        if (!question.multiple() && key.size() != 1) {
            add(faults, question, "One option must be right; right are " + key + seen(question));
        }
        if (question.multiple() && (key.size() < 2 || key.size() == question.options().size())) {
            add(
                    faults,
                    question,
                    "Two or more options must be right, and not all; right are "
                            + key
                            + seen(question));
        }
    }

    /** What the runs give, for the author. */
    private static String seen(Question question) {
        List<String> seen = new ArrayList<>();
        for (Question.Option option : question.options()) {
            if (option.claim() instanceof Claim.Proven proven) {
                String value =
                        proven.ask()
                                .map(it -> proven.experiment().measure(it.measure()).toString())
                                .orElseGet(
                                        () ->
                                                proven.experiment()
                                                        .misses(proven.expect())
                                                        .map(Object::toString)
                                                        .orElse("met"));
                seen.add(option.id() + ": " + value);
            }
        }
        return seen.isEmpty() ? "." : ". The runs give " + seen + ".";
    }

    private static int longest(Question question) {
        return question.options().stream().mapToInt(it -> it.text().length()).max().orElse(0);
    }

    private static int shortest(Question question) {
        return question.options().stream().mapToInt(it -> it.text().length()).min().orElse(0);
    }

    /** True if all options of that length, and so the only one if there is one, are right. */
    private static boolean isRight(Question question, int length) {
        return question.options().stream()
                .filter(it -> it.text().length() == length)
                .allMatch(it -> it.claim().holds());
    }

    private static void add(List<ContentFault> faults, Question question, String message) {
        faults.add(new ContentFault("content/questions", "/" + question.id(), message));
    }
}

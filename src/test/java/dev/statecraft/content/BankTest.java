package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class BankTest {
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
    private final Bank bank = Bank.read(ContentFolder.onDisk(Path.of("")));

    @Test
    void every_proof_is_run_and_agrees_and_no_citation_is_old() {
        List<ContentFault> faults = bank.check(Today.of());

        assertThat(faults).isEmpty();
    }

    @Test
    void a_year_and_a_day_after_the_last_reading_every_citation_is_named() {
        LocalDate late = CHECKED.plusYears(1).plusDays(1);

        List<ContentFault> faults = bank.check(late);

        long cited =
                bank.questions().stream().filter(it -> it.citation().isPresent()).count()
                        + bank.cards().stream().filter(it -> it.citation().isPresent()).count();
        assertThat(faults).hasSize((int) cited + 1);
        assertThat(faults).allMatch(it -> it.message().contains("more than a year ago"));
        assertThat(faults).anyMatch(it -> it.file().equals("content/exam.yaml"));
    }

    @Test
    void six_in_ten_questions_are_proven_and_every_concept_and_bullet_is_asked_about() {
        List<Question> questions = bank.questions();
        Set<String> asked = new HashSet<>();
        questions.forEach(it -> asked.addAll(it.bullets()));

        assertThat(questions).hasSizeGreaterThanOrEqualTo(250);
        assertThat((double) questions.stream().filter(Question::proven).count() / questions.size())
                .isGreaterThanOrEqualTo(0.6);
        assertThat(bank.cards()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(Concept.values()).allMatch(it -> bank.about(it).size() >= 7);
        assertThat(bank.exam().orElseThrow().slice())
                .hasSize(26)
                .allMatch(it -> asked.contains(it.id()));
        assertThat(questions).filteredOn(Question::myth).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void the_place_of_an_option_does_not_tell_the_key() {
        Map<Integer, Integer> first = new HashMap<>();
        int single = 0;
        for (Question question : bank.questions()) {
            if (!question.multiple() && question.options().size() == 4) {
                single++;
                String right = bank.key(question).getFirst();
                for (int sitting = 0; sitting < 40; sitting++) {
                    List<Question.Option> shown =
                            question.shown(
                                    sitting * 7919L + question.id().hashCode(), 1 + sitting % 20);
                    int place = shown.stream().map(Question.Option::id).toList().indexOf(right);
                    first.merge(place, 1, Integer::sum);
                }
            }
        }

        int times = single * 40;
        assertThat(first.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(first.values())
                .allMatch(
                        it -> it > 0.23 * times && it < 0.27 * times,
                        "about a quarter of " + times);
    }

    @Test
    void every_question_file_is_listed() throws java.io.IOException {
        Path folder = Path.of("content/questions");
        try (var files = java.nio.file.Files.walk(folder)) {
            Set<String> names = new HashSet<>();
            files.filter(it -> it.toString().endsWith(".yaml"))
                    .map(it -> folder.relativize(it).toString())
                    .filter(it -> !it.equals("index.yaml"))
                    .forEach(names::add);

            assertThat(
                            QuestionReader.texts(
                                    Yaml.read(
                                            java.nio.file.Files.readString(
                                                    folder.resolve("index.yaml")))))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void a_citation_older_than_a_year_is_refused() {
        String cited =
                """
                - id: q
                  concept: cost
                  topic: C1
                  bullets: [roles]
                  stem: Which?
                  options:
                    - {id: a, text: A, why: Yes., right: true}
                    - {id: b, text: B, why: No.}
                    - {id: c, text: C, why: No.}
                  citation: {url: "https://docs.aws.amazon.com/x", checked: 2026-11-21}
                """;

        assertThat(faults(cited, CHECKED.plusYears(1))).isEmpty();
        assertThat(faults(cited, CHECKED.plusYears(1).plusDays(1)))
                .singleElement()
                .asString()
                .contains("more than a year ago");
    }

    @Test
    void a_question_whose_runs_make_two_options_right_is_refused() {
        String ambiguous = proven("{id: b, text: Two, value: 1.0, why: x}");

        assertThat(faults(ambiguous, CHECKED))
                .singleElement()
                .asString()
                .contains("One option must be right; right are [a, b]");
    }

    @Test
    void a_typed_key_beside_a_run_is_refused() {
        String typed = proven("{id: b, text: Two, value: 2, why: x, right: true}");

        assertThat(faults(typed, CHECKED))
                .singleElement()
                .asString()
                .contains("needs no \"right\": the run decides");
    }

    @Test
    void a_question_without_an_exam_bullet_is_refused() {
        String none = proven("{id: b, text: Two, value: 2, why: x}").replace("[roles]", "[]");

        assertThat(faults(none, CHECKED))
                .singleElement()
                .asString()
                .contains("Name the exam bullets");
    }

    @Test
    void keys_that_length_tells_are_refused() {
        var questions = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            questions.append(
                    """
                    - id: q%d
                      concept: cost
                      topic: C1
                      bullets: [roles]
                      stem: Which?
                      options:
                        - {id: a, text: The longest option by far, why: Yes., right: true}
                        - {id: b, text: B, why: No.}
                        - {id: c, text: C, why: No.}
                      citation: {url: "https://docs.aws.amazon.com/x", checked: 2026-11-21}
                    """
                            .formatted(i));
        }

        assertThat(faults(questions.toString(), CHECKED))
                .singleElement()
                .asString()
                .contains("length must not tell");
    }

    private static String proven(String second) {
        return """
        - id: q
          concept: cost
          topic: C1
          bullets: [roles]
          stem: How often?
          run:
            definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}
          ask: entered
          options:
            - {id: a, text: One, value: 1, why: x}
            - %s
            - {id: c, text: Three, value: 3, why: x}
        """
                .formatted(second);
    }

    private static List<ContentFault> faults(String yaml, LocalDate today) {
        List<ContentFault> faults = new java.util.ArrayList<>();
        List<Question> questions = new QuestionReader("q.yaml", faults).read(Yaml.read(yaml));
        faults.addAll(new QuestionCheck(Set.of("roles"), today).check(questions));
        return faults;
    }
}

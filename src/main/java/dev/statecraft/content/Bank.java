package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All that is practised outside the scenarios, read once: the exam's facts, the questions and the flashcards. */
public final class Bank {
    private static final String INDEX = "content/questions/index.yaml";

    private final Optional<Exam> exam;
    private final Map<String, Question> questions;
    private final Map<String, Card> cards;
    private final List<ContentFault> faults;
    // A key needs runs, and never changes: it is found once, when somebody first needs it.
    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

    private Bank(
            Optional<Exam> exam,
            Map<String, Question> questions,
            Map<String, Card> cards,
            List<ContentFault> faults) {
        this.exam = exam;
        this.questions = questions;
        this.cards = cards;
        this.faults = List.copyOf(faults);
    }

    /** Reads {@code content/exam.yaml} and the files that {@code content/questions/index.yaml} names. */
    public static Bank read(ContentFolder folder) {
        List<ContentFault> faults = new ArrayList<>();
        Optional<Exam> exam = file(folder, "content/exam.yaml", ExamReader::read, faults);
        Map<String, Question> questions = new LinkedHashMap<>();
        for (String name : file(folder, INDEX, QuestionReader::texts, faults).orElse(List.of())) {
            String path = "content/questions/" + name;
            file(folder, path, new QuestionReader(path, faults)::read, faults)
                    .orElse(List.of())
                    .forEach(
                            it -> {
                                if (questions.putIfAbsent(it.id(), it) != null) {
                                    faults.add(
                                            new ContentFault(
                                                    path,
                                                    "/" + it.id(),
                                                    "Another question has this id."));
                                }
                            });
        }
        return new Bank(exam, questions, cards(folder, faults), faults);
    }

    private static Map<String, Card> cards(ContentFolder folder, List<ContentFault> faults) {
        Map<String, Card> cards = new LinkedHashMap<>();
        String general = "content/cards.yaml";
        List<Card> all =
                new ArrayList<>(
                        file(folder, general, new CardReader(Optional.empty())::read, faults)
                                .orElse(List.of()));
        for (String scenario : Library.index(folder, faults)) {
            String path = "scenarios/" + scenario + "/cards/cards.yaml";
            if (folder.read(path).isPresent()) {
                file(folder, path, new CardReader(Optional.of(scenario))::read, faults)
                        .ifPresent(all::addAll);
            }
        }
        for (Card card : all) {
            if (cards.putIfAbsent(card.id(), card) != null) {
                faults.add(new ContentFault(general, "/" + card.id(), "Another card has this id."));
            }
        }
        return cards;
    }

    static <T> Optional<T> file(
            ContentFolder folder,
            String path,
            Function<JsonNode, T> reader,
            List<ContentFault> faults) {
        Optional<String> text = folder.read(path);
        if (text.isEmpty()) {
            faults.add(new ContentFault(path, "/", "The file is missing."));
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(Yaml.read(text.get())));
        } catch (Yaml.Unreadable | IllegalArgumentException e) {
            faults.add(new ContentFault(path, "/", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    public Optional<Exam> exam() {
        return exam;
    }

    /** In the order of the files. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    public List<Question> about(Concept concept) {
        return questions.values().stream().filter(it -> it.concept() == concept).toList();
    }

    /** In the order in which they are met. */
    public List<Card> cards() {
        return List.copyOf(cards.values());
    }

    public Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /** Ids of the right options, found by running the question's experiments once. */
    public List<String> key(Question question) {
        return keys.computeIfAbsent(question.id(), id -> question.key());
    }

    public List<ContentFault> faults() {
        return faults;
    }

    /** Runs every proof; all that is wrong with anything here. */
    public List<ContentFault> check(LocalDate today) {
        List<ContentFault> all = new ArrayList<>(faults);
        Set<String> bullets = new HashSet<>();
        exam.ifPresent(it -> it.slice().forEach(bullet -> bullets.add(bullet.id())));
        var check = new QuestionCheck(bullets, today);
        all.addAll(check.check(questions()));
        exam.flatMap(it -> check.dated(it.citation()))
                .ifPresent(it -> all.add(new ContentFault("content/exam.yaml", "/citation", it)));
        all.addAll(new CardCheck(check).check(cards.values()));
        return all;
    }
}

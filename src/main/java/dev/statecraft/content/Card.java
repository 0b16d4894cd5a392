package dev.statecraft.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A flashcard: one question, one short answer. Whether it was known is told by the answer that was given, never by the learner's word.
 *
 * @param front the question, in Markdown
 * @param back the answer, in Markdown
 * @param typed what may be typed as the answer; empty: the answer is chosen
 * @param wrong what else can be chosen
 * @param proof the run that shows the answer; empty if a citation backs it
 * @param scenario the lesson after which the card is met; empty: it is met without one
 */
public record Card(
        String id,
        Concept concept,
        String front,
        String back,
        List<String> typed,
        List<String> wrong,
        Optional<Citation> citation,
        Optional<Claim> proof,
        Optional<String> scenario) {
    private static final int FEWEST_WRONG = 2;

    public Card {
        typed = List.copyOf(typed);
        wrong = List.copyOf(wrong);
        if (typed.isEmpty() == wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "Card "
                            + id
                            + " needs either \"type\", what may be typed, or \"wrong\" answers.");
        }
        if (typed.isEmpty() && (wrong.size() < FEWEST_WRONG || wrong.contains(back))) {
            throw new IllegalArgumentException(
                    "Card "
                            + id
                            + " needs two wrong answers or more, and none like the right one.");
        }
        if (citation.isEmpty() && proof.isEmpty()) {
            throw new IllegalArgumentException("Card " + id + " needs a citation or a run.");
        }
    }

    /** @param id says nothing about whether the choice is right */
    public record Choice(String id, String text, boolean right) {}

    public boolean isTyped() {
        return !typed.isEmpty();
    }

    /** What can be chosen; empty if the answer is typed. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (!isTyped()) {
            choices.add(choice(back, true));
            wrong.forEach(it -> choices.add(choice(it, false)));
        }
        return choices;
    }

    private Choice choice(String text, boolean right) {
        return new Choice(Integer.toHexString((id + "/" + text).hashCode()), text, right);
    }

    /** Empty if {@code given} is nothing that one can answer here. */
    public Optional<Boolean> isRight(String given) {
        if (isTyped()) {
            String plain = plain(given);
            return plain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(typed.stream().anyMatch(it -> plain(it).equals(plain)));
        }
        return choices().stream()
                .filter(it -> it.id().equals(given))
                .map(Choice::right)
                .findFirst();
    }

    /** Blanks, commas, quotes, capitals and a full stop at the end make no answer wrong. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}$.:\\[\\]_%]", "")
                .replaceAll("^\\.+|\\.+$", "");
    }
}

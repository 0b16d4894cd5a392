package dev.statecraft.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Proves cards sound: runs their runs, looks at their citations, and sees to it that length does not tell the answer. */
final class CardCheck {
    private static final double MOST_TOLD_BY_LENGTH = 0.4;
    private static final int FEWEST_TO_JUDGE_LENGTH = 30;

    private final QuestionCheck questions;

    /** @param questions knows how old a citation may be */
    CardCheck(QuestionCheck questions) {
        this.questions = questions;
    }

    List<ContentFault> check(Collection<Card> cards) {
        List<ContentFault> faults = new ArrayList<>();
        int chosen = 0;
        int longest = 0;
        for (Card card : cards) {
            card.citation().flatMap(questions::dated).ifPresent(it -> faults.add(fault(card, it)));
            if (card.proof().isPresent() && !card.proof().get().holds()) {
                faults.add(fault(card, "Its run does not show what the card says."));
            }
            if (!card.isTyped()) {
                chosen++;
                boolean tells =
                        card.wrong().stream().allMatch(it -> it.length() < card.back().length());
                longest += tells ? 1 : 0;
            }
        }
        if (chosen >= FEWEST_TO_JUDGE_LENGTH && longest > MOST_TOLD_BY_LENGTH * chosen) {
            faults.add(
                    new ContentFault(
                            "content/cards.yaml",
                            "/",
                            "On "
                                    + longest
                                    + " of "
                                    + chosen
                                    + " cards the longest answer is the right one; length must not tell."));
        }
        return faults;
    }

    private static ContentFault fault(Card card, String message) {
        String file =
                card.scenario()
                        .map(it -> "scenarios/" + it + "/cards/cards.yaml")
                        .orElse("content/cards.yaml");
        return new ContentFault(file, "/" + card.id(), message);
    }
}

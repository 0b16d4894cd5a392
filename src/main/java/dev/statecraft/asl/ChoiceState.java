package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.List;
import java.util.Optional;

/**
 * A Choice state: goes where the first true rule leads.
 *
 * @param flow its assign and output apply only when {@code Default} is taken
 * @param defaultState the state in {@code Default}
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL specification, Choice State</a>
 */
public record ChoiceState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        List<Branch> choices,
        Optional<String> defaultState)
        implements State {
    public ChoiceState {
        choices = List.copyOf(choices);
    }

    /**
     * One entry of {@code Choices}.
     *
     * @param output JSONata only
     */
    public record Branch(
            ChoiceRule rule,
            String next,
            Optional<Expression> assign,
            Optional<Expression> output,
            Optional<String> comment) {}
}

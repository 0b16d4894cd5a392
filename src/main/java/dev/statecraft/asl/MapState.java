package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.List;
import java.util.Optional;

/**
 * A Map state: runs its item processor once for each item.
 *
 * @param items {@code ItemsPath} or {@code Items}; empty means the effective input itself
 * @param itemSelector {@code ItemSelector}, or the legacy {@code Parameters}; empty means the item itself
 * @param maxConcurrency literal, path or JSONata; empty or 0 means no limit of its own
 * @param distributed present in distributed mode
 * @see <a href="https://states-language.net/spec.html#map-state">ASL specification, Map State</a>
 */
public record MapState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        Optional<Expression> items,
        Optional<Expression> itemSelector,
        Optional<Expression> maxConcurrency,
        States processor,
        Optional<DistributedMap> distributed,
        List<Retrier> retry,
        List<Catcher> catchers,
        Transition transition)
        implements State {
    public MapState {
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}

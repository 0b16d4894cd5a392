package dev.statecraft.asl;

import java.util.List;
import java.util.Optional;

/**
 * A Parallel state: runs its branches at the same time and gathers their outputs in the order of the branches.
 *
 * @see <a href="https://states-language.net/spec.html#parallel-state">ASL specification, Parallel State</a>
 */
public record ParallelState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        List<States> branches,
        List<Retrier> retry,
        List<Catcher> catchers,
        Transition transition)
        implements State {
    public ParallelState {
        branches = List.copyOf(branches);
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}

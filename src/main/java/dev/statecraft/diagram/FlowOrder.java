package dev.statecraft.diagram;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.States;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.WaitState;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order in which a reader meets the states: every state after those that lead to it, except on a way back.
 *
 * <p>The order of the text would not do: a learner may write the states in any order, and the drawing must not turn over
 * when they are moved about in the text.
 */
final class FlowOrder {
    private record Visit(String name, Iterator<String> targets) {}

    private FlowOrder() {}

    /** All names; those that cannot be reached from the start come last, in the order of the text. */
    static List<String> of(States states) {
        var seen = new HashSet<String>();
        var order = new ArrayList<String>();
        Stream.concat(Stream.of(states.startAt()), states.byName().keySet().stream())
                .filter(states.byName()::containsKey)
                .forEach(
                        name -> {
                            if (!seen.contains(name)) {
                                order.addAll(from(name, states, seen));
                            }
                        });
        return order;
    }

    /** Reverse postorder of a depth-first walk, without recursion: a definition may be a long chain. */
    private static List<String> from(String start, States states, Set<String> seen) {
        var finished = new ArrayList<String>();
        Deque<Visit> path = new ArrayDeque<>();
        seen.add(start);
        path.push(new Visit(start, targets(states.named(start)).iterator()));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.targets().hasNext()) {
                finished.add(path.pop().name());
                continue;
            }
            String next = visit.targets().next();
            if (states.byName().containsKey(next) && seen.add(next)) {
                path.push(new Visit(next, targets(states.named(next)).iterator()));
            }
        }
        Collections.reverse(finished);
        return finished;
    }

    /** Last first, so that in the reversed order the first target of a state comes first. */
    private static List<String> targets(State state) {
        Stream<String> targets =
                switch (state) {
                    case TaskState s -> targets(s.transition(), s.catchers());
                    case ParallelState s -> targets(s.transition(), s.catchers());
                    case MapState s -> targets(s.transition(), s.catchers());
                    case PassState s -> targets(s.transition(), List.of());
                    case WaitState s -> targets(s.transition(), List.of());
                    case ChoiceState s ->
                            Stream.concat(
                                    s.choices().stream().map(ChoiceState.Branch::next),
                                    s.defaultState().stream());
                    case SucceedState s -> Stream.empty();
                    case FailState s -> Stream.empty();
                };
        List<String> list = new ArrayList<>(targets.toList());
        Collections.reverse(list);
        return list;
    }

    private static Stream<String> targets(Transition transition, List<Catcher> catchers) {
        Stream<String> next =
                switch (transition) {
                    case Transition.Next n -> Stream.of(n.state());
                    case Transition.End e -> Stream.empty();
                };
        return Stream.concat(next, catchers.stream().map(Catcher::next));
    }
}

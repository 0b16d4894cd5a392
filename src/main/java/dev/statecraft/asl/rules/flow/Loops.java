package dev.statecraft.asl.rules.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Takes a graph apart into its loops: groups of states in which each leads to every other, and single states outside any loop.
 *
 * <p>This is Tarjan's algorithm for strongly connected components, without recursion: a definition may hold thousands of states in a
 * row.
 */
public final class Loops {
    private final Map<String, List<String>> leads;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Map<String, Boolean> onStack = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<List<String>> found = new ArrayList<>();

    private Loops(Map<String, List<String>> leads) {
        this.leads = leads;
    }

    /**
     * The groups, each after all that it leads to.
     *
     * @param leads every state with those that it leads to
     */
    public static List<List<String>> of(Map<String, List<String>> leads) {
        var loops = new Loops(leads);
        for (String name : leads.keySet()) {
            if (!loops.order.containsKey(name)) {
                loops.visit(name);
            }
        }
        return loops.found;
    }

    /** A state whose targets are being visited. */
    private record Visit(String name, Iterator<String> targets) {}

    private void visit(String root) {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.targets().hasNext()) {
                String target = visit.targets().next();
                if (!order.containsKey(target)) {
                    path.push(enter(target));
                } else if (onStack.getOrDefault(target, false)) {
                    lowest.merge(visit.name(), order.getOrDefault(target, 0), Math::min);
                }
            } else {
                path.pop();
                leave(visit.name(), path);
            }
        }
    }

    private Visit enter(String name) {
        order.put(name, order.size());
        lowest.put(name, order.size() - 1);
        stack.push(name);
        onStack.put(name, true);
        return new Visit(name, leads.getOrDefault(name, List.of()).iterator());
    }

    private void leave(String name, Deque<Visit> path) {
        int low = lowest.getOrDefault(name, 0);
        if (!path.isEmpty()) {
            lowest.merge(path.peek().name(), low, Math::min);
        }
        if (low == order.getOrDefault(name, 0)) {
            List<String> group = new ArrayList<>();
            String member;
            do {
                member = stack.pop();
                onStack.put(member, false);
                group.add(member);
            } while (!member.equals(name));
            found.add(group.reversed());
        }
    }
}

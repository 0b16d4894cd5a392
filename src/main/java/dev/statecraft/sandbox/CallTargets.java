package dev.statecraft.sandbox;

import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.asl.States;
import dev.statecraft.asl.TaskState;
import dev.statecraft.sandbox.world.World;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a {@link Fault} can hit: the functions and endpoints of a world, and the services that a definition calls. */
public final class CallTargets {

    private CallTargets() {}

    /** Names in alphabetical order. */
    public static List<String> of(Optional<StateMachine> machine, Optional<World> world) {
        var targets = new TreeSet<String>();
        world.ifPresent(it -> targets.addAll(it.functions().keySet()));
        world.ifPresent(it -> targets.addAll(it.endpoints().keySet()));
        machine.ifPresent(it -> collect(it.states(), targets));
        return List.copyOf(targets);
    }

    private static void collect(States states, TreeSet<String> targets) {
        for (State state : states.all()) {
            switch (state) {
                case TaskState task ->
                        target(ResourceArn.parse(task.resource())).ifPresent(targets::add);
                case ParallelState parallel ->
                        parallel.branches().forEach(branch -> collect(branch, targets));
                case MapState map -> collect(map.processor(), targets);
                case dev.statecraft.asl.PassState pass -> {}
                case dev.statecraft.asl.ChoiceState choice -> {}
                case dev.statecraft.asl.WaitState wait -> {}
                case dev.statecraft.asl.SucceedState succeed -> {}
                case dev.statecraft.asl.FailState fail -> {}
            }
        }
    }

    private static Optional<String> target(ResourceArn resource) {
        if (resource.service().equals("lambda")) {
            // Which function lambda:invoke calls is known only when it runs.
            return resource.target();
        }
        return resource.service().isEmpty() || resource.service().equals("activity")
                ? Optional.empty()
                : Optional.of(resource.service() + ":" + resource.action());
    }
}

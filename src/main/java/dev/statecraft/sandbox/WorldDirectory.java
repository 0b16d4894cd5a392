package dev.statecraft.sandbox;

import dev.statecraft.sandbox.world.World;

import java.util.Optional;

/** The state machines and activities that a world describes. */
final class WorldDirectory implements Directory {
    private final World world;

    WorldDirectory(World world) {
        this.world = world;
    }

    @Override
    public Optional<Machine> stateMachine(String arn) {
        World.Workflow workflow = world.stateMachines().get(ResourceArn.nameIn(arn));
        if (workflow == null || !arn.equals(arn("stateMachine:" + workflow.name()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Machine(
                        workflow.definition(),
                        workflow.name(),
                        arn,
                        Optional.empty(),
                        workflow.type(),
                        "arn:aws:iam::" + Account.ID + ":role/" + workflow.name(),
                        workflow.runsTwice()));
    }

    @Override
    public boolean hasActivity(String arn) {
        return world.activities().containsKey(ResourceArn.nameIn(arn))
                && arn.equals(arn("activity:" + ResourceArn.nameIn(arn)));
    }

    private static String arn(String resource) {
        return "arn:aws:states:" + Account.REGION + ":" + Account.ID + ":" + resource;
    }
}

package dev.statecraft.sandbox;

import dev.statecraft.sandbox.world.World;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workers of a world's activities: each takes a task as soon as it is there, and reports in its own time. */
final class Workers {
    private final World world;
    private final Account account;
    private final Map<String, Integer> taken = new HashMap<>();

    Workers(World world, Account account) {
        this.world = world;
        this.account = account;
    }

    /** Has the worker of an activity take the task that was just queued; false if somebody outside is the worker. */
    boolean takesFrom(ResourceArn activity) {
        World.Activity known = world.activities().get(activity.target().orElse(""));
        if (known == null || known.answers().isEmpty()) {
            return false;
        }
        String arn =
                "arn:aws:states:" + Account.REGION + ":" + Account.ID + ":activity:" + known.name();
        account.timeline().soon(() -> take(known, arn));
        return true;
    }

    private void take(World.Activity activity, String arn) {
        account.takeActivityTask(arn, Optional.of(activity.name() + "-worker"))
                .ifPresent(task -> work(activity.answers(), activity.name(), task));
    }

    private void work(List<World.Answer> answers, String name, ActivityTask task) {
        int number = taken.merge(name, 1, Integer::sum);
        World.Answer answer = answers.get(Math.min(number, answers.size()) - 1);
        answer.after()
                .ifPresent(
                        after -> {
                            for (int i = 0; i < answer.times(); i++) {
                                account.timeline()
                                        .at(
                                                account.now().plus(after),
                                                () ->
                                                        People.give(
                                                                answer,
                                                                task.token(),
                                                                account.signals()));
                            }
                        });
    }
}

package dev.statecraft.sandbox;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.sandbox.services.NestedExecutions;

import java.util.Optional;

/**
 * What becomes of a task when its service has answered: the answer may be all, or the task waits for more.
 *
 * @param shared true if somebody outside may hold task tokens
 */
record Outcomes(NestedExecutions nested, People people, boolean shared) {

    TaskOutcome of(ServiceAnswer answer, String target, TaskRequest task) {
        ResourceArn resource = ResourceArn.parse(task.resource());
        return switch (answer) {
            case ServiceAnswer.Failed failed ->
                    new TaskOutcome.Failed(
                            Optional.of(failed.error()),
                            Optional.of(failed.cause()),
                            failed.after(),
                            TaskOutcome.Phase.RUN);
            case ServiceAnswer.Silence silence -> new TaskOutcome.Silent(silence.expected());
            case ServiceAnswer.Child child -> nested.outcome(child, resource, task);
            case ServiceAnswer.Returned returned ->
                    switch (resource.pattern()) {
                        case REQUEST_RESPONSE, RUN_A_JOB ->
                                new TaskOutcome.Succeeded(returned.response(), returned.after());
                        case WAIT_FOR_TASK_TOKEN -> {
                            boolean outside = people.asked(target, task, returned.after());
                            yield new TaskOutcome.Submitted(
                                    returned.response(), returned.after(), outside || shared);
                        }
                    };
        };
    }
}

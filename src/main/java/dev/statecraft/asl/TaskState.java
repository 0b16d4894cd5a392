package dev.statecraft.asl;

import dev.statecraft.query.Expression;

import java.util.List;
import java.util.Optional;

/**
 * A Task state: has work done outside the state machine.
 *
 * @param resource an ARN, as text
 * @param timeoutSeconds literal, path or JSONata; empty means 99,999,999
 * @param heartbeatSeconds as timeoutSeconds
 * @param roleArn {@code Credentials.RoleArn}
 * @see <a href="https://states-language.net/spec.html#task-state">ASL specification, Task State</a>
 */
public record TaskState(
        String name,
        Optional<String> comment,
        DataFlow flow,
        String resource,
        Optional<Expression> timeoutSeconds,
        Optional<Expression> heartbeatSeconds,
        Optional<Expression> roleArn,
        List<Retrier> retry,
        List<Catcher> catchers,
        Transition transition)
        implements State {
    public TaskState {
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}

package dev.statecraft.export;

import java.util.List;

/**
 * A statement of an IAM policy that allows something.
 *
 * @param actions such as {@code lambda:InvokeFunction}
 * @param resources ARNs, perhaps with wildcards
 */
public record RoleStatement(List<String> actions, List<String> resources) {
    public RoleStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }
}

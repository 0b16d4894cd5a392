package dev.statecraft.api;

import dev.statecraft.region.ServiceError;

import java.util.regex.Pattern;

/**
 * The names that state machines, executions and activities may have.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine,
 *     read 2026-11</a>
 */
final class Names {
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\x00-\\x1f\\x7f-\\x9f\\ufffe\\uffff\\ud800-\\udfff]");

    private Names() {}

    /** @throws ServiceError {@code InvalidName} if {@code name} holds what it must not hold */
    static String checked(String name) {
        if (FORBIDDEN.matcher(name).find()) {
            throw ServiceError.invalidName(name);
        }
        return name;
    }
}

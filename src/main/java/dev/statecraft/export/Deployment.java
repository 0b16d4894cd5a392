package dev.statecraft.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;

import java.util.List;

/**
 * A definition on its way to AWS.
 *
 * @param name a name that the service accepts
 * @param definition as JSON
 * @param input of a first execution
 */
public record Deployment(String name, JsonNode definition, JsonNode input) {
    private static final int MAX_NAME = 80;
    private static final int MAX_DESCRIPTION = 250;

    /** @param name as somebody wrote it; what the service would refuse in it becomes a hyphen */
    public static Deployment of(String name, StateMachine machine, JsonNode input) {
        return new Deployment(accepted(name), machine.source(), input);
    }

    /** @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</a> */
    private static String accepted(String name) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9_-]+", "-");
        String trimmed = plain.replaceAll("^-+|-+$", "");
        String cut = trimmed.length() > MAX_NAME ? trimmed.substring(0, MAX_NAME) : trimmed;
        return cut.isEmpty() ? "my-workflow" : cut;
    }

    /** What the execution role must allow. */
    public List<RoleStatement> role() {
        return new RolePolicy(name).statements(definition);
    }

    String description() {
        String comment = definition.path("Comment").asText("");
        String text = comment.isBlank() ? "A state machine made with Statecraft." : comment;
        // Cut between signs, not inside one: a template may hold 1,024 bytes of description.
        int signs = Math.min(MAX_DESCRIPTION, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, signs));
    }
}

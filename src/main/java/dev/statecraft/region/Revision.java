package dev.statecraft.region;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.StateMachineType;

import java.time.Instant;
import java.util.Optional;

/**
 * One state of a state machine, as it was created or updated.
 *
 * @param definition the text, as the caller wrote it
 * @param logging the {@code loggingConfiguration}, complete
 * @param tracing the {@code tracingConfiguration}, complete
 * @param encryption the {@code encryptionConfiguration}, complete
 * @param id the {@code revisionId}; empty until the first update
 */
public record Revision(
        String definition,
        StateMachine machine,
        StateMachineType type,
        String roleArn,
        JsonNode logging,
        JsonNode tracing,
        JsonNode encryption,
        Optional<String> id,
        Instant date) {

    /** Whether creating the same again would change nothing; role and tags do not count. */
    boolean isSameAs(Revision other) {
        return definition.equals(other.definition)
                && type == other.type
                && logging.equals(other.logging)
                && tracing.equals(other.tracing)
                && encryption.equals(other.encryption);
    }

    Revision numbered(String newId) {
        return new Revision(
                definition,
                machine,
                type,
                roleArn,
                logging,
                tracing,
                encryption,
                Optional.of(newId),
                date);
    }
}

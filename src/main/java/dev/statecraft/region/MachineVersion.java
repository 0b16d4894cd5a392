package dev.statecraft.region;

import java.time.Instant;
import java.util.Optional;

/** A published version of a state machine: a revision that never changes again. */
public record MachineVersion(
        String arn, int number, Revision revision, Optional<String> description, Instant created) {}

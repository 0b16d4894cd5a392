package dev.statecraft.asl;

import java.util.Optional;

/** A Succeed state: ends its machine, branch or iteration successfully. */
public record SucceedState(String name, Optional<String> comment, DataFlow flow) implements State {}

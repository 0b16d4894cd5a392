package dev.statecraft.learning;

import dev.statecraft.content.Concept;

import java.time.Instant;

/**
 * One answer that counts.
 *
 * @param confidence 1: guessed, 2: fairly sure, 3: sure; 0: not said
 */
public record Answer(
        String question, Concept concept, boolean correct, int confidence, Instant at) {}

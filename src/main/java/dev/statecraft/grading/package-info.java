/**
 * Judges a definition by executing it and observing what happened; finds counterexamples; makes mutants.
 *
 * <p>It may import {@code sandbox}, {@code engine} and {@code asl}.
 */
@NullMarked
package dev.statecraft.grading;

import org.jspecify.annotations.NullMarked;

/**
 * Rules over a whole definition, one class each, and the list of all of them.
 *
 * <p>The subpackages hold what a rule is about; each imports this package, {@code source} and {@code problems}.
 */
@NullMarked
package dev.statecraft.asl.rules;

import org.jspecify.annotations.NullMarked;

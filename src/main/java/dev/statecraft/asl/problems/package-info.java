/**
 * Every rule that a definition can break, with code, wording and remedy, and the list of those it breaks.
 *
 * <p>Imports where they stand, from {@code source}.
 */
@NullMarked
package dev.statecraft.asl.problems;

import org.jspecify.annotations.NullMarked;

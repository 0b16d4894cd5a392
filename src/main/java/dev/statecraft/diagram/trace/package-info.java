/**
 * Reads from a history which states an execution stayed in, how often and how long.
 *
 * <p>Imports {@code diagram}.
 */
@NullMarked
package dev.statecraft.diagram.trace;

import org.jspecify.annotations.NullMarked;

/**
 * Draws an execution over time, with idle time folded away.
 *
 * <p>Imports {@code diagram}, {@code diagram.trace} and {@code diagram.drawing}.
 */
@NullMarked
package dev.statecraft.diagram.timeline;

import org.jspecify.annotations.NullMarked;

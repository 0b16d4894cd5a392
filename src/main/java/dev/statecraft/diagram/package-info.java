/**
 * Draws a definition, and what an execution did in it, as SVG.
 *
 * <p>It may import {@code asl} and {@code engine}.
 */
@NullMarked
package dev.statecraft.diagram;

import org.jspecify.annotations.NullMarked;

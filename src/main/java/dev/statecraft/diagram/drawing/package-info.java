/**
 * Writes the picture of a definition as SVG: plates, icons, tracks and words.
 *
 * <p>Imports {@code diagram} and {@code diagram.layout}.
 */
@NullMarked
package dev.statecraft.diagram.drawing;

import org.jspecify.annotations.NullMarked;

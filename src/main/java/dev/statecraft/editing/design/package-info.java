/**
 * Changes a definition as a person with a pencil would: puts states onto lines, moves them, takes them out and mends what was
 * cut.
 *
 * <p>It may import {@code editing} and {@code asl}.
 */
@NullMarked
package dev.statecraft.editing.design;

import org.jspecify.annotations.NullMarked;

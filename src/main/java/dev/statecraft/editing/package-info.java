/**
 * Changes the text of a definition as a careful person would: what is not meant to change stays as it was written.
 *
 * <p>It may import {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.editing;

import org.jspecify.annotations.NullMarked;

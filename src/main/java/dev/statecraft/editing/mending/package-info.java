/**
 * Mends a definition at the touch of a key: what diagnostics ask for, and larger changes to the state in hand.
 *
 * <p>It may import {@code editing}, {@code editing.design}, {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.editing.mending;

import org.jspecify.annotations.NullMarked;

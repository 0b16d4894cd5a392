/**
 * Executes a definition on a virtual clock and writes the execution history.
 *
 * <p>It may import {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.engine;

import org.jspecify.annotations.NullMarked;

/**
 * What an execution asks of the world and what it hears back: the seam that the sandbox fills.
 *
 * <p>Imports {@code engine}, {@code states} and {@code history}.
 */
@NullMarked
package dev.statecraft.engine.tasks;

import org.jspecify.annotations.NullMarked;

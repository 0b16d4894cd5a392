/**
 * Answers that were written down before: mock files of Step Functions Local, and histories of the real service.
 *
 * <p>Imports {@code sandbox} and {@code sandbox.world}.
 */
@NullMarked
package dev.statecraft.sandbox.recorded;

import org.jspecify.annotations.NullMarked;

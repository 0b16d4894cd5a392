/**
 * Shows a run, forks it, compares two and follows one live.
 *
 * <p>Imports {@code web}.
 */
@NullMarked
package dev.statecraft.web.runs;

import org.jspecify.annotations.NullMarked;

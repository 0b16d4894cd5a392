/**
 * What a state does: from its input, in either query language, to the step that follows. Nothing here waits, calls or keeps anything.
 *
 * <p>Imports from {@code engine} what an expression can look at.
 */
@NullMarked
package dev.statecraft.engine.states;

import org.jspecify.annotations.NullMarked;

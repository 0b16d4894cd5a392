/**
 * Answers TestState: tries one state by itself and says what came of it at every stage.
 *
 * <p>It may import {@code engine}, {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.engine.teststate;

import org.jspecify.annotations.NullMarked;

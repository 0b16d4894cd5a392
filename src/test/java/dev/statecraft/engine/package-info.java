/** Tests of the engine through its public door, with a scripted {@code TaskRuntime}. */
@NullMarked
package dev.statecraft.engine;

import org.jspecify.annotations.NullMarked;

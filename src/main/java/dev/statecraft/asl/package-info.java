/**
 * Says what a state machine definition is, reads one from text, and names everything wrong with it.
 *
 * <p>It may import {@code query}.
 */
@NullMarked
package dev.statecraft.asl;

import org.jspecify.annotations.NullMarked;

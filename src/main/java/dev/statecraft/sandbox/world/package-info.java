/**
 * Reads what an account holds and how it behaves from text, and says what is wrong there.
 *
 * <p>Imports {@code sandbox}.
 */
@NullMarked
package dev.statecraft.sandbox.world;

import org.jspecify.annotations.NullMarked;

/**
 * Reads JSON and YAML into one tree of values, also where the text is half typed.
 *
 * <p>Imports {@code source} and {@code problems}.
 */
@NullMarked
package dev.statecraft.asl.notation;

import org.jspecify.annotations.NullMarked;

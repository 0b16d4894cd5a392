/**
 * The text of a definition as a tree of values that know where they stand.
 *
 * <p>Imports nothing but the JSON values.
 */
@NullMarked
package dev.statecraft.asl.source;

import org.jspecify.annotations.NullMarked;

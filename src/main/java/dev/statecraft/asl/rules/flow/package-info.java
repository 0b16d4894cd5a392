/**
 * Rules about which state comes after which: targets, names, ways in and out, loops.
 *
 * <p>Imports {@code rules}, {@code source} and {@code problems}.
 */
@NullMarked
package dev.statecraft.asl.rules.flow;

import org.jspecify.annotations.NullMarked;

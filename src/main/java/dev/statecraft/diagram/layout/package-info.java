/**
 * Finds a place for each state and each line between them.
 *
 * <p>The only package that knows the layout library; imports {@code diagram}.
 */
@NullMarked
package dev.statecraft.diagram.layout;

import org.jspecify.annotations.NullMarked;

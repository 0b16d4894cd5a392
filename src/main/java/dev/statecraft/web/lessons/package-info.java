/**
 * The first page, the list of lessons and a lesson itself.
 *
 * <p>Imports {@code web}, {@code web.editor} and {@code web.runs}.
 */
@NullMarked
package dev.statecraft.web.lessons;

import org.jspecify.annotations.NullMarked;

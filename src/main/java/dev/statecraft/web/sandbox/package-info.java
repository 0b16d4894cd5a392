/**
 * Free play: any definition, input, account and fault; what is saved, brought in and taken out.
 *
 * <p>Imports {@code web}, {@code web.editor} and {@code web.runs}.
 */
@NullMarked
package dev.statecraft.web.sandbox;

import org.jspecify.annotations.NullMarked;

/** Tests of changes to a definition's text. */
@NullMarked
package dev.statecraft.editing.mending;

import org.jspecify.annotations.NullMarked;

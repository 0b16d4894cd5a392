/** Tests of changes to a definition's text. */
@NullMarked
package dev.statecraft.editing;

import org.jspecify.annotations.NullMarked;

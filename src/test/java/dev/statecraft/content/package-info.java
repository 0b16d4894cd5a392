/** Tests of the content and its loader. */
@NullMarked
package dev.statecraft.content;

import org.jspecify.annotations.NullMarked;

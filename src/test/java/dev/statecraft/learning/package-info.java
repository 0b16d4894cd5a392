/** Tests of {@code learning}. */
@NullMarked
package dev.statecraft.learning;

import org.jspecify.annotations.NullMarked;

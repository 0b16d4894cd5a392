/** Tests of what is read off a run. */
@NullMarked
package dev.statecraft.grading;

import org.jspecify.annotations.NullMarked;

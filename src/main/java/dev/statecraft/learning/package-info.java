/**
 * Remembers what each learner attempted and decides what to practise next.
 *
 * <p>It may import {@code content} and {@code grading}.
 */
@NullMarked
package dev.statecraft.learning;

import org.jspecify.annotations.NullMarked;

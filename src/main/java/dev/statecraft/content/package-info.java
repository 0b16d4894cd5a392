/**
 * Loads lessons, scenarios, questions and cards from {@code content/} and {@code scenarios/}, and refuses faulty ones.
 *
 * <p>It may import {@code grading}, {@code sandbox} and {@code asl}.
 */
@NullMarked
package dev.statecraft.content;

import org.jspecify.annotations.NullMarked;

/**
 * Questions, exams, flashcards, notes, proofs and progress.
 *
 * <p>Imports {@code web} and {@code web.runs}.
 */
@NullMarked
package dev.statecraft.web.practice;

import org.jspecify.annotations.NullMarked;

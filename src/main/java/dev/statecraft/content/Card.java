package dev.statecraft.content;

/**
 * A flashcard: one question, one short answer.
 *
 * @param front the question, in Markdown
 * @param back the answer, in Markdown
 */
public record Card(String id, Concept concept, String front, String back, Citation citation) {}

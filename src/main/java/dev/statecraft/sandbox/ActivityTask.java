package dev.statecraft.sandbox;

/**
 * A task that a worker of an activity took.
 *
 * @param token with which the worker reports
 * @param input as JSON text
 */
public record ActivityTask(String token, String input) {}

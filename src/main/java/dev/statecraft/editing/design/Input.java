package dev.statecraft.editing.design;

/** What a field of a form takes. */
public enum Input {
    TEXT,
    /** A path, or {@code null}. */
    PATH,
    /** A number, or a JSONata expression that gives one. */
    NUMBER,
    FLAG,
    /** Names with commas between them. */
    NAMES,
    /** Any JSON, or a JSONata expression. */
    JSON,
    /** One of several words. */
    CHOICE
}

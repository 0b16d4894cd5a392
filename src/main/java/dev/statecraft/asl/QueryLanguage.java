package dev.statecraft.asl;

/** The language of the expressions in a state; the constants are spelled as in a definition. */
public enum QueryLanguage {
    JSONPath,
    JSONata
}

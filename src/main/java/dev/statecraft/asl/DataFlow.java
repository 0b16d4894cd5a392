package dev.statecraft.asl;

/** How a state makes its output from its input. */
public sealed interface DataFlow permits JsonPathFlow, JsonataFlow {
    QueryLanguage queryLanguage();
}

package dev.statecraft.diagram;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.asl.StateMachine;

/** Definitions for drawing. */
final class Definitions {

    private Definitions() {}

    static StateMachine machine(String text) {
        Parsing parsing = AslParser.parse(text);
        return parsing.machine()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "Not a valid definition: " + parsing.diagnostics()));
    }
}

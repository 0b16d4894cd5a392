package dev.statecraft.asl;

/** Reads a definition from text. */
public final class AslParser {

    private AslParser() {}

    /** Never throws: whatever is wrong with {@code text} comes back as diagnostics, all of it at once. */
    public static Parsing parse(String text) {
        throw new UnsupportedOperationException("AslParser.parse");
    }
}

package dev.statecraft.asl;

import dev.statecraft.asl.notation.SourceReader;
import dev.statecraft.asl.notation.YamlReader;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceText;

import java.util.Optional;

/** How a definition is written down. The service itself takes JSON only; its tools translate YAML before they call it. */
public enum Notation {
    JSON,
    YAML;

    /** JSON begins with a brace or a bracket; everything else that says something is YAML. */
    public static Notation of(String text) {
        int at = 0;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        if (at == text.length()) {
            return JSON;
        }
        char first = text.charAt(at);
        return Character.isLetter(first)
                        || first == '#'
                        || first == '-'
                        || first == '%'
                        || isQuotedName(text, at)
                ? YAML
                : JSON;
    }

    private static boolean isQuotedName(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return false;
        }
        int end = text.indexOf(quote, at + 1);
        return end > 0 && end + 1 < text.length() && text.charAt(end + 1) == ':';
    }

    /**
     * What a text holds, read as far as it can be: a JSON text is read on after a mistake, a YAML text only up to the first. Never
     * throws; what is wrong with it is said by {@link AslParser}.
     */
    public static Optional<SourceNode> read(String text) {
        return of(text).read(text, new Problems(new SourceText(text)));
    }

    /** Reads a text of any kind in this notation, and reports what is wrong with the notation itself. */
    public Optional<SourceNode> read(String text, Problems problems) {
        return switch (this) {
            case JSON -> new SourceReader(text, problems).read();
            case YAML -> new YamlReader(text, problems).read();
        };
    }
}

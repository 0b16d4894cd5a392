package dev.statecraft.diagram.drawing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes SVG as text. All text and all attribute values go through one escape, so a name can never become markup.
 *
 * <p>The result is well-formed as XML and means the same inside an HTML page.
 */
public final class SvgWriter {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; a name that is empty is left out with its value */
    public SvgWriter open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    public SvgWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public SvgWriter empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    public SvgWriter text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    public SvgWriter element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    public String written() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return out.toString();
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        text.codePoints().filter(SvgWriter::isXmlCharacter).forEach(this::append);
    }

    private void append(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            // A parser would turn these into spaces inside an attribute.
            case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
            default -> out.appendCodePoint(c);
        }
    }

    /** What XML 1.0 allows; an unpaired surrogate is not a character at all. */
    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}

package dev.statecraft.asl.source;

import dev.statecraft.asl.Diagnostic.Position;

import java.util.Arrays;

/** A text that knows where its lines begin. */
public final class SourceText {
    private final String text;
    private final int[] lineStarts;

    public SourceText(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    /**
     * A stretch of the value of a text.
     *
     * @param from offset in the value, of the first character; escapes in the source count as what they stand for
     * @param to offset in the value, after the last character
     */
    public Place inText(String pointer, SourceNode.Scalar scalar, int from, int to) {
        // A text of YAML may stand without quotation marks.
        int mark = isQuotation(text.charAt(scalar.start())) ? 1 : 0;
        int last = scalar.end() - mark;
        int at = scalar.start() + mark;
        int start = -1;
        for (int i = 0; at < last; i++) {
            if (i == from) {
                start = at;
            }
            if (i == to) {
                break;
            }
            at += text.charAt(at) != '\\' ? 1 : at + 1 < last && text.charAt(at + 1) == 'u' ? 6 : 2;
        }
        return start < 0
                ? Place.of(pointer, scalar)
                : new Place(pointer, start, Math.max(start, Math.min(at, last)));
    }

    private static boolean isQuotation(char c) {
        return c == '"' || c == '\'';
    }

    /** The stretch from {@code start} to {@code end}, exclusive. */
    public Position position(int start, int end) {
        int offset = Math.clamp(start, 0, text.length());
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(
                line + 1,
                offset - lineStarts[line] + 1,
                offset,
                Math.clamp(end, offset, text.length()));
    }
}

package dev.statecraft.editing;

/** Where the lines of a text begin, end and are indented. */
record Lines(String text) {

    /**
     * Comments on lines of their own before the first field belong to the value.
     *
     * @param indent of the comments that belong there; others stand farther in or out
     */
    int startWithComments(int first, String indent) {
        int start = first;
        int line = startOf(first);
        while (line > 0 && text.substring(line, start).isBlank()) {
            int above = startOf(line - 1);
            if (!text.startsWith(indent + "#", above)) {
                break;
            }
            start = above + indent.length();
            line = above;
        }
        return start;
    }

    boolean hasFeed(int from, int to) {
        int at = text.indexOf('\n', from);
        return at >= 0 && at < to;
    }

    int startOf(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    int endOf(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    String indentOf(int offset) {
        int start = startOf(offset);
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return text.substring(start, Math.min(at, Math.max(start, offset)));
    }

    /** As many spaces as there are characters before {@code offset} on its line. */
    String column(int offset) {
        return " ".repeat(Math.max(0, offset - startOf(offset)));
    }
}

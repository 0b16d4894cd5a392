package dev.statecraft.editing;

import dev.statecraft.asl.Notation;
import dev.statecraft.editing.Whereabouts.Part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Walks through JSON, or a flow collection of YAML, up to the cursor, forgiving what is not there yet. */
final class JsonScan {
    /** Deeper than any definition that is accepted. */
    private static final int MOST_LEVELS = 1_000;

    private final String text;
    private final int end;
    private final List<String> around;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    /** An object or list that is open. */
    private static final class Level {
        private final boolean isObject;
        private String name = "";
        private int index;
        private boolean afterColon;

        Level(boolean isObject) {
            this.isObject = isObject;
        }
    }

    /** @param around the path of what the text from {@code start} on is the value of */
    JsonScan(String text, int start, int end, List<String> around) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.around = around;
    }

    Whereabouts whereabouts(Notation notation) {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int close = closing(c);
                // Between its quotation marks, and before the last.
                if (close >= end || close == end - 1 && !isClosed(close, c)) {
                    return found(notation, at, true);
                }
                word(text.substring(at + 1, close));
                at = close + 1;
            } else if (isWord(c)) {
                int start = at;
                while (at < end && isWord(text.charAt(at))) {
                    at++;
                }
                if (at == end) {
                    return found(notation, start, false);
                }
                word(text.substring(start, at));
            } else {
                sign(c);
                at++;
            }
        }
        return found(notation, end, false);
    }

    private void sign(char c) {
        switch (c) {
            case '{', '[' -> open(c == '{');
            case '}', ']' -> levels.poll();
            case ':' -> top().afterColon = true;
            case ',' -> {
                Level level = top();
                level.afterColon = false;
                level.index++;
            }
            default -> {
                // A blank, or something that does not belong here.
            }
        }
    }

    private void open(boolean isObject) {
        if (levels.size() < MOST_LEVELS) {
            levels.push(new Level(isObject));
        }
    }

    private Level top() {
        return levels.isEmpty() ? new Level(false) : levels.peek();
    }

    private void word(String word) {
        Level level = top();
        if (!level.isObject) {
            return;
        }
        if (level.afterColon) {
            // The comma may not be there yet: what comes next is a name all the same.
            level.afterColon = false;
        } else {
            level.name = word;
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_$.-%+&|*?!".indexOf(c) >= 0;
    }

    /** Where a text ends: at its mark, or with its line if that is not there yet. */
    private int closing(char mark) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            if (c == mark) {
                return i;
            }
            i += c == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private boolean isClosed(int close, char mark) {
        return close < text.length() && text.charAt(close) == mark;
    }

    private Whereabouts found(Notation notation, int start, boolean quoted) {
        Level level = top();
        boolean isName = level.isObject && !level.afterColon;
        int last = quoted ? endOfText(start) : endOfWord();
        return new Whereabouts(
                path(isName),
                isName ? Part.NAME : Part.VALUE,
                text.substring(Math.min(end, quoted ? start + 1 : start), end),
                start,
                last,
                quoted,
                notation);
    }

    private int endOfWord() {
        int i = end;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** After the closing mark; at the cursor if what follows cannot belong to this text any more. */
    private int endOfText(int start) {
        at = start;
        int close = closing(text.charAt(start));
        if (!isClosed(close, text.charAt(start))) {
            return end;
        }
        int next = close + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        boolean belongs = next >= text.length() || ":,}]\n\r".indexOf(text.charAt(next)) >= 0;
        return belongs ? close + 1 : end;
    }

    private List<String> path(boolean isName) {
        List<String> path = new ArrayList<>(around);
        int depth = levels.size();
        for (Level level : (Iterable<Level>) levels.reversed()::iterator) {
            depth--;
            if (depth > 0 || !isName) {
                path.add(level.isObject ? level.name : String.valueOf(level.index));
            }
        }
        return path;
    }
}

package dev.statecraft.editing;

import java.util.ArrayList;
import java.util.List;

/**
 * Several edits, each made to the text that the one before it left, as edits of the first text: so that an operation of many
 * steps is one step to undo, and touches no more of the text than it must.
 */
final class Patch {
    private final int length;
    private final List<Piece> pieces;

    private Patch(int length, List<Piece> pieces) {
        this.length = length;
        this.pieces = pieces;
    }

    /** A stretch of the first text that is still there, or text that came in. */
    private sealed interface Piece {
        int length();

        Piece cut(int from, int to);

        record Kept(int from, int to) implements Piece {
            @Override
            public int length() {
                return to - from;
            }

            @Override
            public Piece cut(int first, int last) {
                return new Kept(from + first, from + last);
            }
        }

        record New(String text) implements Piece {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public Piece cut(int first, int last) {
                return new New(text.substring(first, last));
            }
        }
    }

    static Patch none(String text) {
        return new Patch(text.length(), List.of(new Piece.Kept(0, text.length())));
    }

    /** @param edit in offsets of the text as it is after this patch */
    Patch then(TextEdit edit) {
        List<Piece> next = new ArrayList<>();
        int at = 0;
        boolean inserted = false;
        for (Piece piece : pieces) {
            int end = at + piece.length();
            if (at < edit.from()) {
                add(next, piece.cut(0, Math.min(piece.length(), edit.from() - at)));
            }
            if (!inserted && end >= edit.from()) {
                add(next, new Piece.New(edit.insert()));
                inserted = true;
            }
            if (end > edit.to()) {
                add(next, piece.cut(Math.max(0, edit.to() - at), piece.length()));
            }
            at = end;
        }
        if (!inserted) {
            add(next, new Piece.New(edit.insert()));
        }
        return new Patch(length, List.copyOf(next));
    }

    private static void add(List<Piece> pieces, Piece piece) {
        if (piece.length() > 0) {
            pieces.add(piece);
        }
    }

    /** In order and without overlap, in offsets of the first text. */
    List<TextEdit> edits() {
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        var fresh = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.New text -> fresh.append(text.text());
                case Piece.Kept kept -> {
                    addEdit(edits, at, kept.from(), fresh);
                    at = kept.to();
                }
            }
        }
        addEdit(edits, at, length, fresh);
        return List.copyOf(edits);
    }

    private static void addEdit(List<TextEdit> edits, int from, int to, StringBuilder fresh) {
        if (from < to || !fresh.isEmpty()) {
            edits.add(new TextEdit(from, to, fresh.toString()));
            fresh.setLength(0);
        }
    }
}

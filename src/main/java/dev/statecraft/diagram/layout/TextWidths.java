package dev.statecraft.diagram.layout;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * How wide a text will be, near enough to make room for it.
 *
 * <p>The server does not know the reader's font, and must draw the same on every machine, so the widths are those of a
 * common wide sans serif, in thousandths of the font size. Where the reader's font is narrower, there is some air.
 */
public final class TextWidths {
    private static final int FIRST = ' ';
    private static final int[] ASCII = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318,
                337, // space to /
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, // @ to O
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, // P to _
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 // p to ~
    };
    private static final int OTHER_LETTER = 640;
    private static final int FULL_WIDTH = 1000;
    private static final int PICTURE = 1300;
    private static final double BOLD = 1.12;
    static final String ELLIPSIS = "…";

    private TextWidths() {}

    public static double of(String text, double fontSize) {
        return text.codePoints().mapToLong(TextWidths::thousandths).sum() * fontSize / 1000;
    }

    public static double ofBold(String text, double fontSize) {
        return of(text, fontSize) * BOLD;
    }

    public static String fittedBold(String text, double fontSize, double room) {
        return fitted(text, fontSize, room / BOLD);
    }

    /** The text, or as much of its beginning as fits with an ellipsis; never cuts a character that a reader sees. */
    public static String fitted(String text, double fontSize, double room) {
        // A name may be very long, and what lies far beyond the room need not be measured.
        String start = text.length() > 400 ? text.substring(0, 400) : text;
        if (start.length() == text.length() && of(text, fontSize) <= room) {
            return text;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(start);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (of(start.substring(0, next) + ELLIPSIS, fontSize) > room) {
                break;
            }
            end = next;
        }
        return start.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static int thousandths(int codePoint) {
        if (codePoint >= FIRST && codePoint < FIRST + ASCII.length) {
            return ASCII[codePoint - FIRST];
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            default ->
                    isPicture(codePoint)
                            ? PICTURE
                            : isFullWidth(codePoint) ? FULL_WIDTH : OTHER_LETTER;
        };
    }

    private static boolean isPicture(int codePoint) {
        return codePoint >= 0x1F000 || (codePoint >= 0x2600 && codePoint <= 0x27BF);
    }

    private static boolean isFullWidth(int codePoint) {
        return codePoint >= 0x1100
                && (codePoint <= 0x115F
                        || (codePoint >= 0x2E80 && codePoint <= 0xD7A3)
                        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                        || (codePoint >= 0xFF00 && codePoint <= 0xFF60));
    }
}

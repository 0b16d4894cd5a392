package dev.statecraft.export;

/** Text as a double-quoted scalar of YAML, which every reader of YAML 1.1 and 1.2 takes for the same text. */
final class YamlText {

    private YamlText() {}

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int point) {
        if (point == '"' || point == '\\') {
            quoted.append('\\').append((char) point);
        } else if (isPlain(point)) {
            quoted.appendCodePoint(point);
        } else {
            quoted.append("\\u%04x".formatted(point));
        }
    }

    /** Neither a control sign, nor a line break of Unicode, nor half of a pair. */
    private static boolean isPlain(int point) {
        return (point >= ' ' && point < 0x7f)
                || (point >= 0xa0 && point != 0x2028 && point != 0x2029 && point < 0xd800)
                || (point > 0xdfff && point < 0xfeff)
                || (point > 0xfeff && point < 0xfffe)
                || point > 0xffff;
    }
}

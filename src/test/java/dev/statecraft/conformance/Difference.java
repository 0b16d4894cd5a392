package dev.statecraft.conformance;

/** The first place where what happened is not what was recorded. */
record Difference(String where, String expected, String actual) {
    private static final int SHOWN = 600;

    static Difference at(String where, Object expected, Object actual) {
        return new Difference(where, String.valueOf(expected), String.valueOf(actual));
    }

    Difference within(String place) {
        return new Difference(place + ": " + where, expected, actual);
    }

    @Override
    public String toString() {
        return where
                + "\n  expected: "
                + shortened(expected)
                + "\n  actual:   "
                + shortened(actual);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}

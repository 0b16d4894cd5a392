package dev.statecraft.diagram;

/** Numbers as text, alike on every machine whatever its locale. */
public final class Figures {

    private Figures() {}

    /** At most one decimal, and none where it is zero: 12.04 is "12", 12.06 is "12.1". */
    public static String decimal(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long tenth = Math.abs(tenths) % 10;
        return sign + whole + (tenth == 0 ? "" : "." + tenth);
    }
}

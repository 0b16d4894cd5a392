package dev.statecraft.query;

/**
 * The patterns of {@code StringMatches}: {@code *} stands for any characters, {@code \*} for a star and {@code \\} for a backslash.
 * Runs in time proportional to the product of the lengths at worst, and without regular expressions: patterns come from learners.
 */
public final class Wildcard {

    private static final int CHARACTERS_A_STEP = 32;

    private Wildcard() {}

    /** @param budget pays for what is tried in vain */
    public static boolean matches(String pattern, String text, Budget budget) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && literal(pattern, p) == text.charAt(t)) {
                p += width(pattern, p);
                t++;
            } else if (star >= 0) {
                // The last star takes one character more.
                budget.spend(1 + (p - star) / CHARACTERS_A_STEP);
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static char literal(String pattern, int at) {
        return pattern.charAt(at + width(pattern, at) - 1);
    }

    private static int width(String pattern, int at) {
        boolean escaped =
                pattern.charAt(at) == '\\'
                        && at + 1 < pattern.length()
                        && (pattern.charAt(at + 1) == '*' || pattern.charAt(at + 1) == '\\');
        return escaped ? 2 : 1;
    }
}

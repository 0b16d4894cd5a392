package dev.statecraft.asl;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelled name was meant to be. */
public final class Spelling {

    private Spelling() {}

    /** The candidate that differs least, if it differs little enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        int most = Math.max(1, written.length() / 3);
        return candidates.stream()
                .filter(it -> Math.abs(it.length() - written.length()) <= most)
                .filter(it -> distance(written, it) <= most)
                .min(
                        Comparator.comparingInt((String it) -> distance(written, it))
                                .thenComparing(Comparator.naturalOrder()))
                .or(() -> begunBy(written, candidates));
    }

    /** The shortest candidate that {@code written} is the beginning of. */
    private static Optional<String> begunBy(String written, Collection<String> candidates) {
        return written.length() < 2
                ? Optional.empty()
                : candidates.stream()
                        .filter(it -> it.startsWith(written))
                        .min(
                                Comparator.comparingInt(String::length)
                                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of letters to add, drop or change, whatever their case. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

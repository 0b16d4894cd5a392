package dev.statecraft.query;

import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded randomness: the same seed yields the same values on every JVM. */
public final class RandomSource {
    private final SplittableRandom random;

    public RandomSource(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number that is at least 0 and less than 1. */
    public double nextDouble() {
        return random.nextDouble();
    }

    /** A whole number that is at least {@code startInclusive} and less than {@code endExclusive}. */
    public long nextLong(long startInclusive, long endExclusive) {
        return random.nextLong(startInclusive, endExclusive);
    }

    /** A version 4 UUID. */
    public UUID nextUuid() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A source of its own for a part of the world, so that what one part draws does not move another's values. */
    public RandomSource split() {
        return new RandomSource(random.nextLong());
    }
}

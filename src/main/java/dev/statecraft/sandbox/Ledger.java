package dev.statecraft.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The side effects of a run, and the idempotency keys that were seen. */
public final class Ledger {
    private final List<EffectRecord> records = new ArrayList<>();
    private final Set<String> keysSeen = new HashSet<>();

    /** True if {@code effect} has not been asked for with this idempotency key before. */
    public boolean isNew(String effect, String idempotencyKey) {
        return keysSeen.add(effect + "\u0000" + idempotencyKey);
    }

    public void record(EffectRecord effect) {
        records.add(effect);
    }

    List<EffectRecord> records() {
        return List.copyOf(records);
    }
}

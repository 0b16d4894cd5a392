package dev.statecraft.web.runs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the open pages of a run that it has changed.
 *
 * <p>A page is told a version only, and asks for itself what is new: so a page that was asleep misses nothing.
 */
@ApplicationScoped
class RunFeed {
    /** Shorter than the time after which a silent connection is closed. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final Map<String, Set<MultiEmitter<? super String>>> listeners =
            new ConcurrentHashMap<>();

    /** The version as it is now, each new one, and from time to time the last one again. */
    Multi<String> of(String run, String version) {
        String[] last = {version};
        Multi<String> changes =
                Multi.createFrom()
                        .emitter(
                                emitter -> {
                                    add(run, emitter);
                                    emitter.onTermination(() -> remove(run, emitter));
                                    emitter.emit(version);
                                });
        Multi<String> beats =
                Multi.createFrom().ticks().every(BEAT).onOverflow().drop().map(tick -> "");
        return Multi.createBy()
                .merging()
                .streams(changes, beats)
                .map(it -> last[0] = it.isEmpty() ? last[0] : it);
    }

    void changed(String run, String version) {
        listeners.getOrDefault(run, Set.of()).forEach(it -> it.emit(version));
    }

    private void add(String run, MultiEmitter<? super String> emitter) {
        listeners.computeIfAbsent(run, id -> ConcurrentHashMap.newKeySet()).add(emitter);
    }

    private void remove(String run, MultiEmitter<? super String> emitter) {
        listeners.computeIfPresent(
                run,
                (id, all) -> {
                    all.remove(emitter);
                    return all.isEmpty() ? null : all;
                });
    }
}

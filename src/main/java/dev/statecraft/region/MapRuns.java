package dev.statecraft.region;

import dev.statecraft.engine.MapRunDescription;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The account's Map Runs, each within the execution that carries it. */
public final class MapRuns {
    private final Map<String, LiveExecution> byArn = new ConcurrentHashMap<>();

    MapRuns() {}

    /** A Map Run, and the execution that carries it. */
    public record Found(LiveExecution live, MapRunDescription description) {}

    void add(Collection<String> arns, LiveExecution live) {
        arns.forEach(it -> byArn.putIfAbsent(it, live));
    }

    void forget(LiveExecution live) {
        byArn.values().removeIf(it -> it == live);
    }

    /** @throws ServiceError {@code InvalidArn} or {@code ResourceNotFound} */
    public Found get(String arnText) {
        StatesArn.parse(arnText, "mapRun");
        LiveExecution live = byArn.get(arnText);
        if (live == null) {
            throw ServiceError.noSuchResource(arnText);
        }
        return new Found(live, live.readAccount(account -> account.mapRun(arnText).orElseThrow()));
    }

    /** UpdateMapRun: changes what is given. */
    public void update(
            Found run,
            OptionalLong maxConcurrency,
            OptionalLong toleratedFailureCount,
            OptionalDouble toleratedFailurePercentage) {
        run.live()
                .act(
                        account ->
                                account.updateMapRun(
                                        run.description().mapRunArn(),
                                        maxConcurrency,
                                        toleratedFailureCount,
                                        toleratedFailurePercentage));
    }
}

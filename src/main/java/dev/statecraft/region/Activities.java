package dev.statecraft.region;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's activities. Safe for use by several threads. */
public final class Activities {
    private final String arnPrefix;
    private final InstantSource clock;
    private final Map<String, Activity> byArn = new LinkedHashMap<>();
    private long sequence;

    Activities(String arnPrefix, InstantSource clock) {
        this.arnPrefix = arnPrefix;
        this.clock = clock;
    }

    /** @param sequence grows with each activity; orders lists */
    public record Activity(String arn, String name, Instant created, long sequence) {}

    /** Creates an activity, or answers with the one of that name. */
    public synchronized Activity create(String name) {
        return byArn.computeIfAbsent(
                arnPrefix + "activity:" + name,
                arn -> new Activity(arn, name, clock.instant(), ++sequence));
    }

    public synchronized Optional<Activity> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** @throws ServiceError {@code InvalidArn} or {@code ActivityDoesNotExist} */
    public Activity get(String arn) {
        StatesArn.parse(arn, "activity");
        return find(arn).orElseThrow(() -> ServiceError.noSuchActivity(arn));
    }

    /** Deletes an activity; one that does not exist is deleted already. */
    public synchronized void delete(String arn) {
        StatesArn.parse(arn, "activity");
        byArn.remove(arn);
    }

    public synchronized List<Activity> all() {
        return new ArrayList<>(byArn.values());
    }
}

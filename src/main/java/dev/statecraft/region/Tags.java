package dev.statecraft.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags of state machines and activities, by ARN. Safe for use by several threads. */
public final class Tags {
    private static final int MAX_TAGS = 50;

    private final Map<String, Map<String, String>> byArn = new LinkedHashMap<>();

    /** @throws ServiceError {@code TooManyTags} if the resource would have more than 50 */
    public synchronized void put(String arn, Map<String, String> tags) {
        Map<String, String> all = new LinkedHashMap<>(of(arn));
        all.putAll(tags);
        if (all.size() > MAX_TAGS) {
            throw new ServiceError(
                    "TooManyTags", "The resource would have more than 50 tags: " + arn);
        }
        byArn.put(arn, all);
    }

    public synchronized Map<String, String> of(String arn) {
        return new LinkedHashMap<>(byArn.getOrDefault(arn, Map.of()));
    }

    public synchronized void remove(String arn, List<String> keys) {
        Map<String, String> all = byArn.get(arn);
        if (all != null) {
            all.keySet().removeAll(keys);
        }
    }

    synchronized void forget(String arn) {
        byArn.remove(arn);
    }
}

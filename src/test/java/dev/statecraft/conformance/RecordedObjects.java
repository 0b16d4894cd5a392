package dev.statecraft.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.ObjectStore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects that lay in buckets when a case was recorded. */
final class RecordedObjects implements ObjectStore {
    private final Map<String, Map<String, byte[]>> buckets = new TreeMap<>();
    private final Instant lastModified;

    /** @param objects list of {@code {bucket, key, body}} */
    RecordedObjects(JsonNode objects, Instant lastModified) {
        this.lastModified = lastModified;
        objects.forEach(
                it ->
                        put(
                                it.path("bucket").asText(),
                                it.path("key").asText(),
                                it.path("body").asText().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean hasBucket(String bucket) {
        return buckets.containsKey(bucket);
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return buckets.getOrDefault(bucket, Map.of()).entrySet().stream()
                .filter(it -> it.getKey().startsWith(prefix))
                .map(it -> stored(it.getKey(), it.getValue()))
                .toList();
    }

    @Override
    public Optional<byte[]> get(String bucket, String key) {
        return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key));
    }

    @Override
    public void put(String bucket, String key, byte[] body) {
        buckets.computeIfAbsent(bucket, it -> new TreeMap<>()).put(key, body);
    }

    private StoredObject stored(String key, byte[] body) {
        return new StoredObject(key, body.length, "\"etag\"", lastModified);
    }
}

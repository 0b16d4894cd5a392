package dev.statecraft.sandbox.stores;

import dev.statecraft.engine.tasks.ObjectStore;
import dev.statecraft.sandbox.world.World;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The account's S3 buckets. Safe for several executions at once. */
public final class Buckets implements ObjectStore {
    private record Content(byte[] body, Instant lastModified) {}

    private final InstantSource clock;
    private final Map<String, TreeMap<String, Content>> buckets = new LinkedHashMap<>();

    Buckets(World world, InstantSource clock) {
        this.clock = clock;
        world.buckets()
                .forEach(
                        (name, files) -> {
                            var bucket = new TreeMap<String, Content>();
                            files.forEach(
                                    file ->
                                            bucket.put(
                                                    file.key(),
                                                    new Content(file.body(), clock.instant())));
                            buckets.put(name, bucket);
                        });
    }

    /** Makes an empty bucket; false if there is one of that name. */
    public synchronized boolean create(String bucket) {
        return buckets.putIfAbsent(bucket, new TreeMap<>()) == null;
    }

    public synchronized List<String> names() {
        return List.copyOf(buckets.keySet());
    }

    @Override
    public synchronized boolean hasBucket(String bucket) {
        return buckets.containsKey(bucket);
    }

    @Override
    public synchronized List<StoredObject> list(String bucket, String prefix) {
        List<StoredObject> listed = new ArrayList<>();
        Map<String, Content> contents = buckets.getOrDefault(bucket, new TreeMap<>());
        contents.forEach(
                (key, content) -> {
                    if (key.startsWith(prefix)) {
                        listed.add(
                                new StoredObject(
                                        key,
                                        content.body.length,
                                        etag(content.body),
                                        content.lastModified));
                    }
                });
        return listed;
    }

    @Override
    public synchronized Optional<byte[]> get(String bucket, String key) {
        return Optional.ofNullable(buckets.get(bucket)).map(it -> it.get(key)).map(Content::body);
    }

    @Override
    public synchronized void put(String bucket, String key, byte[] body) {
        TreeMap<String, Content> contents = buckets.get(bucket);
        if (contents == null) {
            throw new IllegalArgumentException("There is no bucket named " + bucket);
        }
        contents.put(key, new Content(body, clock.instant()));
    }

    public synchronized boolean delete(String bucket, String key) {
        return buckets.containsKey(bucket) && buckets.get(bucket).remove(key) != null;
    }

    public static String etag(byte[] body) {
        try {
            return "\""
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body))
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}

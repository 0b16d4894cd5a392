package dev.statecraft.sandbox;

import dev.statecraft.engine.ObjectStore;
import dev.statecraft.engine.Timeline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The account's S3 buckets. */
public final class Buckets implements ObjectStore {
    private record Content(byte[] body, Instant lastModified) {}

    private final Timeline timeline;
    private final Map<String, TreeMap<String, Content>> buckets = new LinkedHashMap<>();

    Buckets(World world, Timeline timeline) {
        this.timeline = timeline;
        world.buckets()
                .forEach(
                        (name, files) -> {
                            var bucket = new TreeMap<String, Content>();
                            files.forEach(
                                    file ->
                                            bucket.put(
                                                    file.key(),
                                                    new Content(file.body(), timeline.instant())));
                            buckets.put(name, bucket);
                        });
    }

    public List<String> names() {
        return List.copyOf(buckets.keySet());
    }

    @Override
    public boolean hasBucket(String bucket) {
        return buckets.containsKey(bucket);
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
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
    public Optional<byte[]> get(String bucket, String key) {
        return Optional.ofNullable(buckets.get(bucket)).map(it -> it.get(key)).map(Content::body);
    }

    @Override
    public void put(String bucket, String key, byte[] body) {
        TreeMap<String, Content> contents = buckets.get(bucket);
        if (contents == null) {
            throw new IllegalArgumentException("There is no bucket named " + bucket);
        }
        contents.put(key, new Content(body, timeline.instant()));
    }

    boolean delete(String bucket, String key) {
        return buckets.containsKey(bucket) && buckets.get(bucket).remove(key) != null;
    }

    static String etag(byte[] body) {
        try {
            return "\""
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body))
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}

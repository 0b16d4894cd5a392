package dev.statecraft.engine.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buckets of objects, as Distributed Map needs them. */
public interface ObjectStore {
    ObjectStore EMPTY =
            new ObjectStore() {
                @Override
                public boolean hasBucket(String bucket) {
                    return false;
                }

                @Override
                public List<StoredObject> list(String bucket, String prefix) {
                    return List.of();
                }

                @Override
                public Optional<byte[]> get(String bucket, String key) {
                    return Optional.empty();
                }

                @Override
                public void put(String bucket, String key, byte[] body) {
                    throw new IllegalStateException("This world has no buckets.");
                }
            };

    boolean hasBucket(String bucket);

    /** Objects whose key begins with {@code prefix}, in the order of their keys. */
    List<StoredObject> list(String bucket, String prefix);

    Optional<byte[]> get(String bucket, String key);

    void put(String bucket, String key, byte[] body);

    /** @param etag with its quotation marks, as S3 writes it */
    record StoredObject(String key, long size, String etag, Instant lastModified) {}
}

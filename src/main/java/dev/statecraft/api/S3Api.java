package dev.statecraft.api;

import dev.statecraft.engine.tasks.ObjectStore.StoredObject;
import dev.statecraft.region.ServiceError;
import dev.statecraft.sandbox.stores.Buckets;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** As much of S3 as a Distributed Map needs beside it: buckets by path, objects written, read, listed and deleted. */
@Path("/aws/s3")
@Blocking
public class S3Api {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final String XML = "application/xml";
    private static final int MAX_KEY = 1024;

    @Inject Caller caller;

    private Buckets buckets() {
        return caller.region().resources().stores().buckets();
    }

    private static Response answered(Supplier<Response> operation) {
        try {
            return operation.get();
        } catch (ServiceError error) {
            return error(403, error.code(), error.getMessage());
        }
    }

    @GET
    public Response all() {
        return answered(
                () -> {
                    return ok(
                            XmlText.of(
                                    "ListAllMyBucketsResult",
                                    writer -> {
                                        writer.writeStartElement("Buckets");
                                        for (String name : buckets().names()) {
                                            writer.writeStartElement("Bucket");
                                            XmlText.element(writer, "Name", name);
                                            writer.writeEndElement();
                                        }
                                        writer.writeEndElement();
                                    }));
                });
    }

    @PUT
    @Path("/{bucket}")
    public Response create(@PathParam("bucket") String bucket) {
        return answered(
                () -> {
                    if (!BUCKET.matcher(bucket).matches()) {
                        return error(
                                400, "InvalidBucketName", "The specified bucket is not valid.");
                    }
                    buckets().create(bucket);
                    return Response.ok().header("Location", "/" + bucket).build();
                });
    }

    @HEAD
    @Path("/{bucket}")
    public Response exists(@PathParam("bucket") String bucket) {
        return answered(
                () -> {
                    return buckets().hasBucket(bucket)
                            ? Response.ok().build()
                            : Response.status(404).build();
                });
    }

    @GET
    @Path("/{bucket}")
    public Response list(
            @PathParam("bucket") String bucket,
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("max-keys") @DefaultValue("1000") int maxKeys,
            @QueryParam("start-after") @DefaultValue("") String startAfter,
            @QueryParam("continuation-token") @DefaultValue("") String token) {
        return answered(
                () -> {
                    if (!buckets().hasBucket(bucket)) {
                        return noSuchBucket();
                    }
                    String after = token.isEmpty() ? startAfter : token;
                    int most = Math.max(0, Math.min(maxKeys, 1000));
                    List<StoredObject> all =
                            buckets().list(bucket, prefix).stream()
                                    .filter(it -> it.key().compareTo(after) > 0)
                                    .toList();
                    List<StoredObject> shown = all.subList(0, Math.min(most, all.size()));
                    return ok(
                            XmlText.of(
                                    "ListBucketResult",
                                    writer -> {
                                        XmlText.element(writer, "Name", bucket);
                                        XmlText.element(writer, "Prefix", prefix);
                                        XmlText.element(
                                                writer, "KeyCount", String.valueOf(shown.size()));
                                        XmlText.element(writer, "MaxKeys", String.valueOf(most));
                                        XmlText.element(
                                                writer,
                                                "IsTruncated",
                                                String.valueOf(shown.size() < all.size()));
                                        if (shown.size() < all.size() && !shown.isEmpty()) {
                                            XmlText.element(
                                                    writer,
                                                    "NextContinuationToken",
                                                    shown.getLast().key());
                                        }
                                        for (StoredObject object : shown) {
                                            writer.writeStartElement("Contents");
                                            XmlText.element(writer, "Key", object.key());
                                            XmlText.element(
                                                    writer,
                                                    "LastModified",
                                                    object.lastModified().toString());
                                            XmlText.element(writer, "ETag", object.etag());
                                            XmlText.element(
                                                    writer, "Size", String.valueOf(object.size()));
                                            XmlText.element(writer, "StorageClass", "STANDARD");
                                            writer.writeEndElement();
                                        }
                                    }));
                });
    }

    @PUT
    @Path("/{bucket}/{key:.+}")
    public Response put(
            @PathParam("bucket") String bucket,
            @PathParam("key") String key,
            @HeaderParam("x-amz-content-sha256") @DefaultValue("") String contentHash,
            byte @Nullable [] body) {
        return answered(
                () -> {
                    caller.region(body);
                    if (!buckets().hasBucket(bucket)) {
                        return noSuchBucket();
                    }
                    if (key.length() > MAX_KEY) {
                        return error(400, "KeyTooLongError", "Your key is too long");
                    }
                    byte[] sent = body == null ? new byte[0] : body;
                    boolean inChunks = contentHash.startsWith("STREAMING-");
                    buckets().put(bucket, key, inChunks ? ChunkedBody.decoded(sent) : sent);
                    return Response.ok().header("ETag", etag(bucket, key)).build();
                });
    }

    @GET
    @Path("/{bucket}/{key:.+}")
    public Response get(@PathParam("bucket") String bucket, @PathParam("key") String key) {
        return answered(
                () -> {
                    if (!buckets().hasBucket(bucket)) {
                        return noSuchBucket();
                    }
                    Optional<byte[]> body = buckets().get(bucket, key);
                    if (body.isEmpty()) {
                        return error(404, "NoSuchKey", "The specified key does not exist.");
                    }
                    // As bytes to be saved, whatever they hold: never as a page of ours.
                    return Response.ok(body.get(), "application/octet-stream")
                            .header("ETag", etag(bucket, key))
                            .build();
                });
    }

    @HEAD
    @Path("/{bucket}/{key:.+}")
    public Response describe(@PathParam("bucket") String bucket, @PathParam("key") String key) {
        return answered(
                () -> {
                    Optional<byte[]> body = buckets().get(bucket, key);
                    return body.isEmpty()
                            ? Response.status(404).build()
                            : Response.ok()
                                    .header("Content-Length", body.get().length)
                                    .header("ETag", etag(bucket, key))
                                    .build();
                });
    }

    @DELETE
    @Path("/{bucket}/{key:.+}")
    public Response delete(@PathParam("bucket") String bucket, @PathParam("key") String key) {
        return answered(
                () -> {
                    if (!buckets().hasBucket(bucket)) {
                        return noSuchBucket();
                    }
                    buckets().delete(bucket, key);
                    return Response.noContent().build();
                });
    }

    private String etag(String bucket, String key) {
        return buckets().list(bucket, key).stream()
                .filter(it -> it.key().equals(key))
                .map(StoredObject::etag)
                .findFirst()
                .orElse("");
    }

    private static Response noSuchBucket() {
        return error(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    private static Response error(int status, String code, String message) {
        return Response.status(status)
                .type(XML)
                .entity(
                        XmlText.of(
                                "Error",
                                writer -> {
                                    XmlText.element(writer, "Code", code);
                                    XmlText.element(writer, "Message", message);
                                }))
                .build();
    }

    private static Response ok(String xml) {
        return Response.ok(xml, XML).build();
    }
}

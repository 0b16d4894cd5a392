package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.sandbox.stores.Buckets;
import dev.statecraft.sandbox.world.Images;
import dev.statecraft.sandbox.world.World;

import java.awt.image.BufferedImage;

/**
 * What the image functions of a world do: they read an object, really work on the picture, and write a new object.
 *
 * <p>Event: {@code {"bucket", "key", "width", "format", "targetBucket", "targetKey"}}; width is for resizing, format for converting. The
 * result names the new object: {@code {"bucket", "key", "width", "height", "format", "bytes"}}.
 */
final class ImageFunctions {

    private ImageFunctions() {}

    static JsonNode run(World.ImageWork work, JsonNode event, Buckets buckets) {
        String bucket = required(event, "bucket");
        String key = required(event, "key");
        byte[] body =
                buckets.get(bucket, key)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "NoSuchKey",
                                                "There is no object "
                                                        + key
                                                        + " in the bucket "
                                                        + bucket
                                                        + "."));
        BufferedImage picture =
                Images.read(body)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "UnsupportedImageFormat",
                                                key
                                                        + " is not an image that this function can read."));
        return switch (work) {
            case RESIZE ->
                    store(
                            Images.resized(picture, width(event)),
                            formatOf(key),
                            "small/" + key,
                            event,
                            buckets);
            case CONVERT -> {
                String format = event.path("format").asText("png");
                if (!Images.canWrite(format)) {
                    throw new Refused(
                            "UnsupportedImageFormat",
                            "This function cannot write the format " + format + ".");
                }
                yield store(picture, format, withoutEnding(key) + "." + format, event, buckets);
            }
        };
    }

    private static int width(JsonNode event) {
        int width = event.path("width").asInt(0);
        if (width < 1 || width > Images.MAX_SIDE) {
            throw new Refused(
                    "InvalidWidth",
                    "\"width\" must be a whole number from 1 to " + Images.MAX_SIDE + ".");
        }
        return width;
    }

    private static JsonNode store(
            BufferedImage picture,
            String format,
            String defaultKey,
            JsonNode event,
            Buckets buckets) {
        String bucket = event.path("targetBucket").asText(event.path("bucket").asText());
        String key = event.path("targetKey").asText(defaultKey);
        if (!buckets.hasBucket(bucket)) {
            throw new Refused("NoSuchBucket", "There is no bucket named " + bucket + ".");
        }
        byte[] body = Images.write(picture, format);
        buckets.put(bucket, key, body);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("bucket", bucket);
        result.put("key", key);
        result.put("width", picture.getWidth());
        result.put("height", picture.getHeight());
        result.put("format", format);
        result.put("bytes", body.length);
        return result;
    }

    private static String required(JsonNode event, String field) {
        if (!event.path(field).isTextual()) {
            throw new Refused("InvalidEvent", "The event has no text \"" + field + "\".");
        }
        return event.get(field).textValue();
    }

    private static String formatOf(String key) {
        String ending = key.substring(key.lastIndexOf('.') + 1);
        return Images.canWrite(ending) ? ending : "png";
    }

    private static String withoutEnding(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** The function raised an exception of its own. */
    static final class Refused extends RuntimeException {
        private final String errorType;

        Refused(String errorType, String message) {
            super(message, null, false, false);
            this.errorType = errorType;
        }

        String errorType() {
            return errorType;
        }
    }
}

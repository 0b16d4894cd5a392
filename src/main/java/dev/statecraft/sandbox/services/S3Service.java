package dev.statecraft.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.tasks.ObjectStore.StoredObject;
import dev.statecraft.sandbox.ServiceAnswer;
import dev.statecraft.sandbox.ServiceCall;
import dev.statecraft.sandbox.SimulatedService;
import dev.statecraft.sandbox.stores.Buckets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** S3 through the SDK integration: listing, reading, writing, copying and deleting objects. */
final class S3Service implements SimulatedService {

    @Override
    public Set<String> services() {
        return Set.of("aws-sdk:s3");
    }

    @Override
    public ServiceAnswer answer(ServiceCall call) {
        String bucket = call.text("Bucket");
        if (!call.account().buckets().hasBucket(bucket)) {
            return ServiceAnswer.failed(
                    "S3.NoSuchBucketException",
                    "The specified bucket does not exist (Service: S3, Status Code: 404)");
        }
        return switch (call.resource().action()) {
            case "listObjectsV2", "listObjects" -> list(call, bucket);
            case "getObject" -> get(call, bucket);
            case "putObject" -> put(call, bucket);
            case "copyObject" -> copy(call, bucket);
            case "deleteObject" -> {
                call.account().buckets().delete(bucket, call.text("Key"));
                yield ServiceAnswer.returned(JsonNodeFactory.instance.objectNode());
            }
            default ->
                    ServiceAnswer.failed(
                            "States.TaskFailed",
                            "This sandbox does not simulate s3:" + call.resource().action() + ".");
        };
    }

    private static ServiceAnswer list(ServiceCall call, String bucket) {
        List<StoredObject> objects = call.account().buckets().list(bucket, call.text("Prefix"));
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        ArrayNode contents = response.putArray("Contents");
        for (StoredObject object : objects) {
            contents.addObject()
                    .put("ETag", object.etag())
                    .put("Key", object.key())
                    .put("LastModified", object.lastModified().toString())
                    .put("Size", object.size())
                    .put("StorageClass", "STANDARD");
        }
        response.put("IsTruncated", false);
        response.put("KeyCount", objects.size());
        response.put("MaxKeys", 1000);
        response.put("Name", bucket);
        response.put("Prefix", call.text("Prefix"));
        return ServiceAnswer.returned(response);
    }

    private static ServiceAnswer get(ServiceCall call, String bucket) {
        return call.account()
                .buckets()
                .get(bucket, call.text("Key"))
                .map(
                        body -> {
                            ObjectNode response = JsonNodeFactory.instance.objectNode();
                            response.put("Body", new String(body, StandardCharsets.UTF_8));
                            response.put("ContentLength", body.length);
                            response.put("ETag", Buckets.etag(body));
                            return ServiceAnswer.returned(response);
                        })
                .orElseGet(S3Service::noSuchKey);
    }

    private static ServiceAnswer noSuchKey() {
        return ServiceAnswer.failed(
                "S3.NoSuchKeyException",
                "The specified key does not exist. (Service: S3, Status Code: 404)");
    }

    private static ServiceAnswer put(ServiceCall call, String bucket) {
        JsonNode content = call.parameters().path("Body");
        byte[] body =
                (content.isTextual() ? content.textValue() : content.toString())
                        .getBytes(StandardCharsets.UTF_8);
        call.account().buckets().put(bucket, call.text("Key"), body);
        return ServiceAnswer.returned(
                JsonNodeFactory.instance.objectNode().put("ETag", Buckets.etag(body)));
    }

    private static ServiceAnswer copy(ServiceCall call, String bucket) {
        String[] source = call.text("CopySource").split("/", 2);
        if (source.length < 2) {
            return noSuchKey();
        }
        return call.account()
                .buckets()
                .get(source[0], source[1])
                .map(
                        body -> {
                            call.account().buckets().put(bucket, call.text("Key"), body);
                            ObjectNode response = JsonNodeFactory.instance.objectNode();
                            response.putObject("CopyObjectResult").put("ETag", Buckets.etag(body));
                            return ServiceAnswer.returned(response);
                        })
                .orElseGet(S3Service::noSuchKey);
    }
}

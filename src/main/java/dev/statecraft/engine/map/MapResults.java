package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.DistributedMap.ResultWriter;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.ExecutionStatus;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.states.ContextObject;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.tasks.ObjectStore;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a finished Map Run hands on: the children's outputs, or the place of the files they were written to.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter, read
 *     2026-11</a>
 */
final class MapResults {
    private final List<Execution> children;
    private final String mapRunArn;
    private final JsonNode writerConfig;

    private MapResults(List<Execution> children, String mapRunArn, JsonNode writerConfig) {
        this.children = children;
        this.mapRunArn = mapRunArn;
        this.writerConfig = writerConfig;
    }

    /** @throws Unwritable where the service would fail the Map Run with {@code States.ResultWriterFailed} */
    static JsonNode of(
            DistributedMap distributed,
            List<Execution> children,
            String mapRunArn,
            ObjectStore objects,
            StateScope scope) {
        if (distributed.resultWriter().isEmpty()) {
            ArrayNode outputs = JsonNodeFactory.instance.arrayNode(children.size());
            // Failures within the tolerated number leave no output behind.
            children.forEach(child -> child.output().ifPresent(outputs::add));
            return outputs;
        }
        ResultWriter writer = distributed.resultWriter().get();
        var results = new MapResults(children, mapRunArn, writer.writerConfig());
        return writer.arguments().isEmpty()
                ? results.transformed(ExecutionStatus.SUCCEEDED)
                : results.written(writer.arguments().get().evaluate(scope), objects);
    }

    private JsonNode written(JsonNode arguments, ObjectStore objects) {
        String bucket = arguments.path("Bucket").asText();
        if (!objects.hasBucket(bucket)) {
            throw new Unwritable(
                    "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code:"
                            + " NoSuchBucket)");
        }
        String folder = folder(arguments.path("Prefix").asText(""));
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        for (ExecutionStatus status :
                List.of(
                        ExecutionStatus.FAILED,
                        ExecutionStatus.ABORTED,
                        ExecutionStatus.SUCCEEDED)) {
            write(status, bucket, folder, objects, files);
        }
        String manifestKey = folder + "manifest.json";
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("DestinationBucket", bucket);
        manifest.put("MapRunArn", mapRunArn);
        manifest.set("ResultFiles", files);
        objects.put(bucket, manifestKey, manifest.toString().getBytes(StandardCharsets.UTF_8));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("MapRunArn", mapRunArn);
        result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", manifestKey);
        return result;
    }

    private String folder(String prefix) {
        String run = mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1);
        return (prefix.isEmpty() ? "" : prefix + "/") + run + "/";
    }

    /** {@code SUCCEEDED_0.json}, {@code FAILED_0.json} and {@code PENDING_0.json}: children that never ended are pending. */
    private void write(
            ExecutionStatus status,
            String bucket,
            String folder,
            ObjectStore objects,
            ObjectNode files) {
        String name = status == ExecutionStatus.ABORTED ? "PENDING" : status.name();
        ArrayNode list = files.putArray(name);
        if (childrenThat(status).isEmpty()) {
            return;
        }
        boolean lines = writerConfig.path("OutputType").asText().equals("JSONL");
        String key = folder + name + "_0." + (lines ? "jsonl" : "json");
        byte[] body = text(transformed(status), lines).getBytes(StandardCharsets.UTF_8);
        objects.put(bucket, key, body);
        list.addObject().put("Key", key).put("Size", body.length);
    }

    private static String text(JsonNode results, boolean lines) {
        if (!lines) {
            return results.toString();
        }
        return StreamSupport.stream(results.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<Execution> childrenThat(ExecutionStatus status) {
        return children.stream().filter(child -> group(child.status()) == status).toList();
    }

    private static ExecutionStatus group(ExecutionStatus status) {
        return switch (status) {
            case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case FAILED, TIMED_OUT -> ExecutionStatus.FAILED;
            case RUNNING, ABORTED -> ExecutionStatus.ABORTED;
        };
    }

    private ArrayNode transformed(ExecutionStatus status) {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (Execution child : childrenThat(status)) {
            Optional<JsonNode> output = child.output();
            // Failed children are always written whole: without their output there is nothing to
            // compact.
            String transformation =
                    output.isEmpty() ? "NONE" : writerConfig.path("Transformation").asText("NONE");
            switch (transformation) {
                case "COMPACT" -> results.add(output.orElseThrow());
                case "FLATTEN" -> flatten(results, output.orElseThrow());
                default -> results.add(described(child));
            }
        }
        return results;
    }

    private static void flatten(ArrayNode results, JsonNode output) {
        if (output.isArray()) {
            results.addAll((ArrayNode) output);
        } else {
            results.add(output);
        }
    }

    private static ObjectNode described(Execution child) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ExecutionArn", child.request().executionArn());
        json.put("Input", child.request().input().toString());
        json.putObject("InputDetails").put("Included", true);
        json.put("Name", child.request().name());
        child.output().ifPresent(output -> json.put("Output", output.toString()));
        child.error().ifPresent(error -> json.put("Error", error));
        child.cause().ifPresent(cause -> json.put("Cause", cause));
        json.putObject("OutputDetails").put("Included", true);
        json.put("StartDate", ContextObject.time(child.startDate()));
        json.put("StateMachineArn", child.request().stateMachineArn());
        json.put("Status", child.status().name());
        child.stopDate().ifPresent(date -> json.put("StopDate", ContextObject.time(date)));
        return json;
    }

    /** The results cannot be written. */
    static final class Unwritable extends RuntimeException {
        Unwritable(String cause) {
            super(cause, null, false, false);
        }

        Failure failure() {
            return Failure.of("States.ResultWriterFailed", getMessage());
        }
    }
}

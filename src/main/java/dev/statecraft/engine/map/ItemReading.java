package dev.statecraft.engine.map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.DistributedMap.ItemReader;
import dev.statecraft.engine.Failure;
import dev.statecraft.engine.states.MapItem;
import dev.statecraft.engine.states.NumberFields;
import dev.statecraft.engine.states.StateScope;
import dev.statecraft.engine.tasks.ObjectStore;
import dev.statecraft.engine.tasks.ObjectStore.StoredObject;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads the items of a Map Run from S3: a listing of objects, or a file of JSON, JSON lines, CSV or an inventory manifest.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader, read 2026-11</a>
 */
public final class ItemReading {
    private static final Pattern S3_URI = Pattern.compile("s3://([^/]+)/(.+)");

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    /** The largest decompressed file we read: a sandbox is no data lake. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final ObjectStore objects;
    private final JsonNode arguments;
    private final JsonNode config;
    private final String bucket;

    private ItemReading(ObjectStore objects, JsonNode arguments, JsonNode config) {
        this.objects = objects;
        this.arguments = arguments;
        this.config = config;
        this.bucket = arguments.path("Bucket").asText();
    }

    /** @throws Unreadable where the service would fail the Map Run with {@code States.ItemReaderFailed} */
    static List<MapItem> read(ItemReader reader, ObjectStore objects, StateScope scope) {
        var reading =
                new ItemReading(objects, reader.arguments().evaluate(scope), reader.readerConfig());
        List<MapItem> items =
                reader.resource().endsWith(":s3:listObjectsV2") ? reading.list() : reading.file();
        return atMost(reader, items, scope);
    }

    /** The items in {@code data}, which a test of the state puts in place of what would be read. */
    static List<MapItem> given(ItemReader reader, String data, StateScope scope) {
        JsonNode arguments = reader.arguments().evaluate(scope);
        var reading = new ItemReading(ObjectStore.EMPTY, arguments, reader.readerConfig());
        String source = reading.uri(arguments.path("Key").asText());
        return atMost(
                reader, reading.itemsOf(data.getBytes(StandardCharsets.UTF_8), source), scope);
    }

    private static List<MapItem> atMost(ItemReader reader, List<MapItem> items, StateScope scope) {
        long maxItems = NumberFields.count(reader.maxItems(), "MaxItems", scope);
        return maxItems > 0 && maxItems < items.size()
                ? List.copyOf(items.subList(0, (int) maxItems))
                : items;
    }

    private List<MapItem> list() {
        requireBucket();
        List<StoredObject> listed = objects.list(bucket, arguments.path("Prefix").asText(""));
        if (config.path("Transformation").asText().equals("LOAD_AND_FLATTEN")) {
            List<MapItem> all = new ArrayList<>();
            listed.forEach(
                    object -> all.addAll(itemsOf(bytes(bucket, object.key()), uri(object.key()))));
            return renumbered(all);
        }
        return MapItems.ofValues(
                listed.stream().map(ItemReading::describe).toList(), "s3://" + bucket);
    }

    private static List<MapItem> renumbered(List<MapItem> items) {
        List<MapItem> numbered = new ArrayList<>(items.size());
        for (MapItem item : items) {
            numbered.add(new MapItem(numbered.size(), item.value(), item.key(), item.source()));
        }
        return numbered;
    }

    private static ObjectNode describe(StoredObject object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Etag", object.etag())
                .put("Key", object.key())
                .put("LastModified", object.lastModified().getEpochSecond())
                .put("Size", object.size())
                .put("StorageClass", "STANDARD");
    }

    private List<MapItem> file() {
        requireBucket();
        String key = arguments.path("Key").asText();
        byte[] content = bytes(bucket, key);
        return config.path("ManifestType").asText().equals("ATHENA_DATA")
                ? filesListedIn(new String(content, StandardCharsets.UTF_8))
                : itemsOf(content, uri(key));
    }

    /** The manifest of Athena's UNLOAD: each line names a file with results. */
    private List<MapItem> filesListedIn(String manifest) {
        List<MapItem> all = new ArrayList<>();
        for (String line :
                manifest.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            Matcher file = S3_URI.matcher(line);
            if (!file.matches()) {
                throw new Unreadable("The manifest does not name a file in S3: " + line);
            }
            all.addAll(itemsOf(bytes(file.group(1), file.group(2)), line));
        }
        return renumbered(all);
    }

    private List<MapItem> itemsOf(byte[] content, String source) {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (config.path("InputType").asText("JSON")) {
            case "CSV" -> MapItems.ofValues(CsvItems.read(text, config), source);
            case "JSONL" ->
                    MapItems.ofValues(
                            text.lines().filter(line -> !line.isBlank()).map(this::json).toList(),
                            source);
            case "MANIFEST" -> inventory(json(text));
            case "PARQUET" ->
                    throw new Unreadable(
                            "Parquet files cannot be read in this sandbox; use CSV, JSON or JSONL.");
            default -> ofJson(json(text), source);
        };
    }

    private List<MapItem> ofJson(JsonNode content, String source) {
        JsonNode items = content.at(config.path("ItemsPointer").asText(""));
        if (items instanceof ArrayNode array) {
            return MapItems.ofArray(array, source);
        }
        // Objects became iterable in September 2025, but only where ItemsPointer names one; a whole
        // file must be an array.
        if (items instanceof ObjectNode object && config.has("ItemsPointer")) {
            return MapItems.ofObject(object, source);
        }
        throw new Unreadable("Attempting to map over non-iterable node.");
    }

    /** An S3 inventory: the manifest names CSV files, whose lines are the items. */
    private List<MapItem> inventory(JsonNode manifest) {
        List<String> headers = List.of(manifest.path("fileSchema").asText().split("\\s*,\\s*"));
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode file : manifest.path("files")) {
            String text =
                    new String(bytes(bucket, file.path("key").asText()), StandardCharsets.UTF_8);
            rows.addAll(CsvItems.rows(text, ',', headers));
        }
        return MapItems.ofValues(rows, uri(arguments.path("Key").asText()));
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unreadable("The file does not hold valid JSON: " + e.getOriginalMessage());
        }
    }

    private byte[] bytes(String fromBucket, String key) {
        byte[] content =
                objects.get(fromBucket, key)
                        .orElseThrow(
                                () ->
                                        new Unreadable(
                                                "The specified key does not exist. (Service: Amazon S3; Status Code: 404;"
                                                        + " Error Code: NoSuchKey)"));
        if (key.endsWith(".zst")) {
            throw new Unreadable(
                    "Files compressed with ZSTD cannot be read in this sandbox; use GZIP.");
        }
        return key.endsWith(".gz") ? inflated(content) : content;
    }

    private static byte[] inflated(byte[] content) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable(
                        "The file is larger than this sandbox reads: " + MAX_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw new Unreadable("The file is not in GZIP format.");
        }
    }

    private void requireBucket() {
        if (!objects.hasBucket(bucket)) {
            throw new Unreadable(
                    "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code:"
                            + " NoSuchBucket)");
        }
    }

    private String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /** The data set cannot be read. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String cause) {
            super(cause, null, false, false);
        }

        public Failure failure() {
            return Failure.of("States.ItemReaderFailed", getMessage());
        }
    }
}

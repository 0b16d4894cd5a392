package dev.statecraft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.Execution;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A Distributed Map reads its items from S3 in every way that the service knows, but for Parquet. */
class ItemReaderTest {
    private final ObjectNode bucket = JsonNodeFactory.instance.objectNode();

    @Nested
    class A_CSV_file {

        @Test
        void has_its_headers_in_the_first_row() {
            file("f", "id,name\n1,\"Ada, Countess\"\n2,Alan\n");

            assertThat(read(csv("\"CSVHeaderLocation\": \"FIRST_ROW\"")))
                    .isEqualTo(
                            json("[{id:\"1\",name:\"Ada, Countess\"},{id:\"2\",name:\"Alan\"}]"));
        }

        @Test
        void or_is_given_them() {
            file("f", "1,Ada\n");

            assertThat(
                            read(
                                    csv(
                                            "\"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [\"id\", \"name\"]")))
                    .isEqualTo(json("[{id:\"1\",name:\"Ada\"}]"));
        }

        @ParameterizedTest
        @CsvSource({"COMMA, ','", "PIPE, |", "SEMICOLON, ;", "SPACE, ' '", "TAB, '\t'"})
        void may_have_another_delimiter(String name, String delimiter) {
            file("f", "a" + delimiter + "b\n1" + delimiter + "2\n");

            assertThat(
                            read(
                                    csv(
                                            "\"CSVHeaderLocation\": \"FIRST_ROW\", \"CSVDelimiter\": \""
                                                    + name
                                                    + "\"")))
                    .isEqualTo(json("[{a:\"1\",b:\"2\"}]"));
        }

        @Test
        void that_repeats_a_header_cannot_be_read() {
            file("f", "a,a\n1,2\n");

            var execution = run(csv("\"CSVHeaderLocation\": \"FIRST_ROW\""), "");

            assertThat(execution.error()).contains("States.ItemReaderFailed");
            assertThat(execution.cause()).contains("CSV headers cannot contain duplicates.");
        }

        private static String csv(String config) {
            return get("f", "\"InputType\": \"CSV\", " + config);
        }
    }

    @Nested
    class A_JSON_file {

        @Test
        void holds_a_list() {
            file("f", "[1, {\"a\": 2}]");

            assertThat(read(get("f", "\"InputType\": \"JSON\""))).isEqualTo(json("[1,{a:2}]"));
        }

        @Test
        void or_has_it_where_ItemsPointer_says() {
            file("f", "{\"data\": {\"rows\": [1, 2]}}");

            assertThat(read(get("f", "\"InputType\": \"JSON\", \"ItemsPointer\": \"/data/rows\"")))
                    .isEqualTo(json("[1,2]"));
        }

        @Test
        void whose_ItemsPointer_names_an_object_yields_its_fields() {
            file("f", "{\"rows\": {\"x\": 1, \"y\": 2}}");

            assertThat(
                            run(
                                            get(
                                                    "f",
                                                    "\"InputType\": \"JSON\", \"ItemsPointer\": \"/rows\""),
                                            "\"ItemSelector\": { \"k.$\": \"$$.Map.Item.Key\", \"v.$\": \"$$.Map.Item.Value\" },")
                                    .output())
                    .contains(json("[{k:\"x\",v:1},{k:\"y\",v:2}]"));
        }

        @Test
        void that_holds_no_list_cannot_be_read() {
            file("f", "{\"a\": 1}");

            assertThat(run(get("f", "\"InputType\": \"JSON\""), "").cause())
                    .contains("Attempting to map over non-iterable node.");
        }

        @Test
        void may_be_compressed() {
            bucket.putObject("f.json.gz").put("base64", gzipped("[1,2]"));

            assertThat(read(get("f.json.gz", "\"InputType\": \"JSON\""))).isEqualTo(json("[1,2]"));
        }

        @Test
        void may_hold_one_item_in_each_line() {
            file("f", "{\"a\":1}\n\n{\"a\":2}\n");

            assertThat(read(get("f", "\"InputType\": \"JSONL\""))).isEqualTo(json("[{a:1},{a:2}]"));
        }

        @Test
        void is_read_as_far_as_MaxItems() {
            file("f", "[1,2,3]");

            assertThat(read(get("f", "\"InputType\": \"JSON\", \"MaxItems\": 2")))
                    .isEqualTo(json("[1,2]"));
        }
    }

    @Nested
    class A_listing {

        @Test
        void yields_what_S3_says_about_each_object() {
            file("in/b", "12345");
            file("out/c", "1");

            JsonNode items = read(list("\"Prefix\": \"in/\"", ""));

            assertThat(items).hasSize(1);
            assertThat(items.get(0).path("Key").asText()).isEqualTo("in/b");
            assertThat(items.get(0).path("Size").asInt()).isEqualTo(5);
            assertThat(items.get(0).has("Etag")).isTrue();
        }

        @Test
        void can_be_followed_into_the_files() {
            file("in/1.jsonl", "1\n2\n");
            file("in/2.jsonl", "3\n");

            var execution =
                    run(
                            list(
                                    "\"Prefix\": \"in/\"",
                                    ", \"ReaderConfig\": { \"InputType\": \"JSONL\", \"Transformation\": \"LOAD_AND_FLATTEN\" }"),
                            "\"ItemSelector\": { \"v.$\": \"$$.Map.Item.Value\", \"i.$\": \"$$.Map.Item.Index\", \"s.$\": \"$$.Map.Item.Source\" },");

            assertThat(execution.output())
                    .contains(
                            json(
                                    """
                            [{v:1,i:0,s:"s3://data/in/1.jsonl"},{v:2,i:1,s:"s3://data/in/1.jsonl"},
                             {v:3,i:2,s:"s3://data/in/2.jsonl"}]
                            """));
        }

        private static String list(String parameters, String rest) {
            return """
            { "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { "Bucket": "data", %s } %s }
            """
                    .formatted(parameters, rest);
        }
    }

    @Nested
    class A_manifest {

        @Test
        void of_an_inventory_names_files_whose_lines_are_the_items() {
            file(
                    "manifest.json",
                    "{\"fileSchema\": \"Bucket, Key, Size\", \"files\": [{\"key\": \"part.csv\"}]}");
            file("part.csv", "\"data\",\"a.png\",\"10\"\n");

            assertThat(read(get("manifest.json", "\"InputType\": \"MANIFEST\"")))
                    .isEqualTo(json("[{Bucket:\"data\",Key:\"a.png\",Size:\"10\"}]"));
        }

        @Test
        void of_Athena_names_files_with_results() {
            file("q-manifest.csv", "s3://data/r1.jsonl\ns3://data/r2.jsonl\n");
            file("r1.jsonl", "{\"n\":1}\n");
            file("r2.jsonl", "{\"n\":2}\n");

            assertThat(
                            read(
                                    get(
                                            "q-manifest.csv",
                                            "\"ManifestType\": \"ATHENA_DATA\", \"InputType\": \"JSONL\"")))
                    .isEqualTo(json("[{n:1},{n:2}]"));
        }
    }

    @Test
    void what_is_not_there_cannot_be_read() {
        assertThat(run(get("nowhere", "\"InputType\": \"JSON\""), "").error())
                .contains("States.ItemReaderFailed");
    }

    private void file(String key, String text) {
        bucket.putObject(key).put("text", text);
    }

    private static String get(String key, String config) {
        return """
        { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "data", "Key": "%s" },
          "ReaderConfig": { %s } }
        """
                .formatted(key, config);
    }

    private JsonNode read(String itemReader) {
        return run(itemReader, "").output().orElseThrow();
    }

    private Execution run(String itemReader, String more) {
        ObjectNode world = JsonNodeFactory.instance.objectNode();
        world.putObject("buckets").set("data", bucket);
        return Accounts.execute(
                Accounts.in(world.toString()),
                """
                { "StartAt": "A", "States": { "A": { "Type": "Map", "ItemReader": %s, %s "End": true,
                    "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                        "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } } } } }
                """
                        .formatted(itemReader, more));
    }

    private static JsonNode json(String text) {
        return Accounts.json(text);
    }

    private static String gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}

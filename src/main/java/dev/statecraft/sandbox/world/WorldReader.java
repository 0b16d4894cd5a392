package dev.statecraft.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.sandbox.world.World.Answer;
import dev.statecraft.sandbox.world.World.Condition;
import dev.statecraft.sandbox.world.World.Effect;
import dev.statecraft.sandbox.world.World.Failure;
import dev.statecraft.sandbox.world.World.Function;
import dev.statecraft.sandbox.world.World.ImageWork;
import dev.statecraft.sandbox.world.World.Person;
import dev.statecraft.sandbox.world.World.StoredFile;
import dev.statecraft.sandbox.world.World.Table;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the description of a world, strictly: a field that nobody reads is a mistake of the author. */
final class WorldReader {

    private WorldReader() {}

    static World read(JsonNode source) {
        var world = Description.of(source, "");
        world.allowOnly(
                "functions",
                "buckets",
                "tables",
                "queues",
                "topics",
                "eventBuses",
                "people",
                "stateMachines",
                "activities",
                "endpoints");
        return new World(
                named(world, "functions", WorldReader::function),
                named(world, "buckets", WorldReader::bucket),
                named(world, "tables", WorldReader::table),
                world.texts("queues"),
                world.texts("topics"),
                world.texts("eventBuses"),
                named(world, "people", WorldReader::person),
                named(world, "stateMachines", WorkflowReader::stateMachine),
                named(world, "activities", WorkflowReader::activity),
                named(world, "endpoints", EndpointReader::endpoint),
                source);
    }

    private static <T> Map<String, T> named(
            Description world, String field, BiFunction<String, Description, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        world.object(field)
                .ifPresent(
                        group ->
                                group.names()
                                        .forEach(
                                                name ->
                                                        all.put(
                                                                name,
                                                                read.apply(
                                                                        name, group.child(name)))));
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Function function(String name, Description function) {
        function.allowOnly("says", "returns", "does", "after", "effect", "fails");
        return new Function(
                name,
                function.text("says").orElse(""),
                function.json("returns"),
                function.text("does").map(text -> imageWork(function, text)),
                function.duration("after").orElse(Duration.ZERO),
                function.object("effect").map(WorldReader::effect),
                function.children("fails").stream().map(WorldReader::failure).toList());
    }

    private static ImageWork imageWork(Description function, String text) {
        return switch (text) {
            case "image.resize" -> ImageWork.RESIZE;
            case "image.convert" -> ImageWork.CONVERT;
            default ->
                    throw function.fault(
                            "does",
                            "there is no work named \""
                                    + text
                                    + "\"; write image.resize or image.convert");
        };
    }

    private static Effect effect(Description effect) {
        effect.allowOnly("name", "once", "key");
        return new Effect(effect.requiredText("name"), effect.text("once"), effect.text("key"));
    }

    private static Failure failure(Description failure) {
        failure.allowOnly("calls", "when", "error", "cause", "replyLost", "silent", "takes");
        int[] range = range(failure);
        return new Failure(
                range[0],
                range[1],
                failure.object("when").map(WorldReader::condition),
                FaultReader.kind(failure));
    }

    static int[] range(Description description) {
        String calls = description.text("calls").orElse("1-1000000");
        String[] parts = calls.split("-", 2);
        try {
            int from = Integer.parseInt(parts[0].strip());
            int to = parts.length == 2 ? Integer.parseInt(parts[1].strip()) : from;
            if (from >= 1 && to >= from) {
                return new int[] {from, to};
            }
        } catch (NumberFormatException e) {
            // Reported below, with the other ranges that make no sense.
        }
        throw description.fault(
                "calls",
                "\"" + calls + "\" is no range of calls; write \"1\" or \"1-3\", counted from 1");
    }

    static Condition condition(Description condition) {
        condition.allowOnly("path", "equals");
        return new Condition(
                condition.requiredText("path"),
                condition
                        .json("equals")
                        .orElseThrow(
                                () ->
                                        condition.fault(
                                                "equals", "the value to compare with is missing")));
    }

    private static List<StoredFile> bucket(String name, Description bucket) {
        List<StoredFile> files = new ArrayList<>();
        for (String key : bucket.names()) {
            files.add(file(key, bucket.child(key)));
        }
        return files;
    }

    private static StoredFile file(String key, Description file) {
        file.allowOnly("text", "json", "base64", "image");
        Optional<byte[]> body =
                file.text("text")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .or(
                                () ->
                                        file.json("json")
                                                .map(
                                                        json ->
                                                                json.toString()
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                        .or(
                                () ->
                                        file.text("base64")
                                                .map(
                                                        text ->
                                                                java.util.Base64.getMimeDecoder()
                                                                        .decode(text)))
                        .or(() -> file.object("image").map(Images::draw));
        return new StoredFile(
                key,
                body.orElseThrow(
                        () ->
                                file.fault(
                                        "",
                                        "say what is in the object: text, json, base64 or image")));
    }

    private static Table table(String name, Description table) {
        table.allowOnly("keys", "items");
        List<String> keys = table.texts("keys");
        if (keys.isEmpty()) {
            throw table.fault(
                    "keys", "a table needs the names of its key attributes, such as [id]");
        }
        List<JsonNode> items = new ArrayList<>();
        table.json("items").ifPresent(list -> list.forEach(items::add));
        return new Table(keys, items);
    }

    private static Person person(String name, Description person) {
        person.allowOnly("says", "reachedBy", "answers");
        List<Answer> answers =
                person.children("answers").stream().map(WorldReader::answer).toList();
        return new Person(
                name,
                person.text("says").orElse(""),
                person.texts("reachedBy"),
                answers.isEmpty(),
                answers);
    }

    static Answer answer(Description answer) {
        answer.allowOnly("after", "output", "error", "cause", "times");
        return new Answer(
                answer.duration("after"),
                answer.text("error").isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                answer.json("output")
                                        .orElse(JsonNodeFactory.instance.objectNode())),
                answer.text("error"),
                answer.text("cause"),
                answer.json("times").map(JsonNode::intValue).orElse(1));
    }

    /** Scripts for people: name to list of answers. */
    static Map<String, List<Answer>> answers(Description scripts) {
        Map<String, List<Answer>> all = new LinkedHashMap<>();
        scripts.names()
                .forEach(
                        name ->
                                all.put(
                                        name,
                                        scripts.children(name).stream()
                                                .map(WorldReader::answer)
                                                .toList()));
        return all;
    }
}

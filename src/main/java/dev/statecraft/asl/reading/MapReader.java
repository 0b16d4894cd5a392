package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.Catcher;
import dev.statecraft.asl.DataFlow;
import dev.statecraft.asl.DistributedMap;
import dev.statecraft.asl.DistributedMap.ItemBatcher;
import dev.statecraft.asl.DistributedMap.ItemReader;
import dev.statecraft.asl.DistributedMap.ResultWriter;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Retrier;
import dev.statecraft.asl.State;
import dev.statecraft.asl.States;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.query.Expression;
import dev.statecraft.query.Literal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a Map state. */
final class MapReader {
    private static final int MAX_LABEL = 40;
    private static final int MAX_BATCH_BYTES = 262_144;
    private static final long MAX_ITEMS = 100_000_000;
    private static final List<String> DISTRIBUTED_ONLY =
            List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

    /** Accepted by the service in either mode (recorded 2024-11), but of use only in child executions. */
    private static final List<String> WITHOUT_EFFECT_INLINE =
            List.of(
                    "ToleratedFailureCount",
                    "ToleratedFailureCountPath",
                    "ToleratedFailurePercentage",
                    "ToleratedFailurePercentagePath");

    private final StateReader reader;
    private final Section section;

    private MapReader(StateReader reader) {
        this.reader = reader;
        this.section = reader.section();
    }

    static Optional<State> read(StateReader reader) {
        return new MapReader(reader).read();
    }

    private Optional<State> read() {
        section.atMostOne("ItemProcessor", "Iterator");
        section.atMostOne("ItemSelector", "Parameters");
        String processorField = section.has("Iterator") ? "Iterator" : "ItemProcessor";
        if (!section.has(processorField)) {
            section.exactlyOne("ItemProcessor", "Iterator");
        }
        Optional<Section> processor = section.section(processorField);
        Optional<States> states = processor.flatMap(this::states);
        boolean isDistributed = processor.filter(MapReader::isDistributed).isPresent();
        if (!isDistributed) {
            refuseDistributedFields();
            warnOfFieldsWithoutEffect();
        }
        Optional<Transition> transition = reader.transition();
        Optional<DistributedMap> distributed =
                isDistributed
                        ? Optional.of(distributed(processor.orElseThrow()))
                        : Optional.empty();
        DataFlow flow = reader.flow();
        Optional<Expression> items =
                reader.language() == QueryLanguage.JSONata
                        ? section.jsonata("Items")
                        : section.referencePath("ItemsPath");
        Optional<Expression> selector =
                section.has("ItemSelector")
                        ? section.template("ItemSelector", reader.language())
                        : section.payloadTemplate("Parameters");
        Optional<Expression> concurrency = reader.number("MaxConcurrency", 0, Integer.MAX_VALUE);
        List<Retrier> retriers = ErrorHandlingReader.retriers(section);
        List<Catcher> catchers = ErrorHandlingReader.catchers(section, reader.language());
        return states.isPresent() && transition.isPresent()
                ? Optional.of(
                        new MapState(
                                reader.name(),
                                reader.comment(),
                                flow,
                                items,
                                selector,
                                concurrency,
                                states.get(),
                                distributed,
                                retriers,
                                catchers,
                                transition.get()))
                : Optional.empty();
    }

    private Optional<States> states(Section processor) {
        processor.require("States", "StartAt");
        processor.allowOnly(
                List.of("StartAt", "States", "ProcessorConfig", "Comment"), "An item processor");
        return MachineReader.states(
                processor, reader.machineLanguage(), ParallelReader.inside(reader));
    }

    private static boolean isDistributed(Section processor) {
        Optional<Section> config = processor.section("ProcessorConfig");
        Optional<String> mode = config.flatMap(it -> it.oneOf("Mode", "INLINE", "DISTRIBUTED"));
        config.ifPresent(
                it ->
                        it.allowOnly(
                                mode.filter("DISTRIBUTED"::equals).isPresent()
                                        ? List.of("Mode", "ExecutionType")
                                        : List.of("Mode"),
                                "The configuration of an inline Map"));
        return mode.filter("DISTRIBUTED"::equals).isPresent();
    }

    private void refuseDistributedFields() {
        for (String field : DISTRIBUTED_ONLY) {
            if (section.has(field)) {
                section.problems()
                        .reportWith(
                                "Set \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"} in the"
                                        + " ItemProcessor, or remove the field: an inline Map has none.",
                                SchemaRule.FIELD_NOT_SUPPORTED,
                                section.placeOfUnsupported(
                                        section.node().field(field).orElseThrow()),
                                field);
            }
        }
    }

    private void warnOfFieldsWithoutEffect() {
        for (String field : WITHOUT_EFFECT_INLINE) {
            if (section.has(field)) {
                section.problems()
                        .report(
                                AdviceRule.TOLERANCE_WITHOUT_EFFECT,
                                section.placeOfName(field),
                                field);
            }
        }
    }

    private DistributedMap distributed(Section processor) {
        Section config = processor.section("ProcessorConfig").orElseThrow();
        config.require("ExecutionType");
        Optional<String> type = config.oneOf("ExecutionType", "STANDARD", "EXPRESS");
        checkLabel();
        return new DistributedMap(
                type.orElse("STANDARD"),
                section.text("Label"),
                section.section("ItemReader").map(this::itemReader),
                section.section("ItemBatcher").map(this::itemBatcher),
                section.section("ResultWriter").map(this::resultWriter),
                reader.number("ToleratedFailureCount", 0, Integer.MAX_VALUE),
                percentage());
    }

    private void checkLabel() {
        Optional<String> label = section.text("Label");
        if (label.filter(it -> it.length() > MAX_LABEL).isPresent()) {
            section.problems()
                    .report(SchemaRule.LABEL_TOO_LONG, section.placeOf("Label"), label.get());
        } else if (label.isPresent()
                && (label.get().isEmpty()
                        || label.get().matches("(?s).*[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"].*"))) {
            section.problems()
                    .report(SchemaRule.INVALID_LABEL, section.placeOf("Label"), label.get());
        }
    }

    private Optional<Expression> percentage() {
        section.atMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        if (section.has("ToleratedFailurePercentagePath")) {
            return section.referencePath("ToleratedFailurePercentagePath");
        }
        Optional<JsonNode> value = section.json("ToleratedFailurePercentage");
        if (value.isPresent() && !reader.isExpression(value.get())) {
            section.number("ToleratedFailurePercentage", 0, 100);
        }
        return reader.value("ToleratedFailurePercentage");
    }

    private ItemReader itemReader(Section itemReader) {
        String arguments = argumentsField();
        itemReader.require("Resource");
        itemReader.allowOnly(List.of("Resource", "ReaderConfig", arguments), "An ItemReader");
        Optional<Section> config = itemReader.section("ReaderConfig");
        Optional<Expression> maxItems = config.flatMap(this::maxItems);
        return new ItemReader(
                itemReader.text("Resource").orElse(""),
                itemReader
                        .template(arguments, reader.language())
                        .orElse(new Literal(JsonNodeFactory.instance.objectNode())),
                config.map(it -> it.node().json()).orElse(JsonNodeFactory.instance.objectNode()),
                maxItems);
    }

    private Optional<Expression> maxItems(Section config) {
        config.atMostOne("MaxItems", "MaxItemsPath");
        if (config.has("MaxItemsPath")) {
            return config.referencePath("MaxItemsPath");
        }
        if (config.json("MaxItems").filter(it -> !reader.isExpression(it)).isPresent()) {
            config.integer("MaxItems", 0, MAX_ITEMS);
        }
        return reader.language() == QueryLanguage.JSONata
                ? config.jsonata("MaxItems")
                : config.json("MaxItems").map(Literal::new);
    }

    private ItemBatcher itemBatcher(Section batcher) {
        List<String> limits =
                List.of(
                        "MaxItemsPerBatch",
                        "MaxItemsPerBatchPath",
                        "MaxInputBytesPerBatch",
                        "MaxInputBytesPerBatchPath");
        if (limits.stream().noneMatch(batcher::has)) {
            batcher.exactlyOne("MaxItemsPerBatch", "MaxInputBytesPerBatch");
        }
        batcher.allowOnly(
                Stream.concat(limits.stream(), Stream.of("BatchInput")).toList(), "An ItemBatcher");
        return new ItemBatcher(
                batcherNumber(batcher, "MaxItemsPerBatch", Integer.MAX_VALUE),
                batcherNumber(batcher, "MaxInputBytesPerBatch", MAX_BATCH_BYTES),
                batcher.template("BatchInput", reader.language()));
    }

    private Optional<Expression> batcherNumber(Section batcher, String field, long most) {
        batcher.atMostOne(field, field + "Path");
        if (batcher.has(field + "Path")) {
            return batcher.referencePath(field + "Path");
        }
        if (batcher.json(field).filter(it -> !reader.isExpression(it)).isPresent()) {
            batcher.integer(field, 1, most);
        }
        return reader.language() == QueryLanguage.JSONata
                ? batcher.jsonata(field)
                : batcher.json(field).map(Literal::new);
    }

    private ResultWriter resultWriter(Section writer) {
        String arguments = argumentsField();
        writer.allowOnly(List.of("Resource", "WriterConfig", arguments), "A ResultWriter");
        return new ResultWriter(
                writer.text("Resource"),
                writer.template(arguments, reader.language()),
                writer.json("WriterConfig").orElse(JsonNodeFactory.instance.objectNode()));
    }

    private String argumentsField() {
        return reader.language() == QueryLanguage.JSONata ? "Arguments" : "Parameters";
    }
}

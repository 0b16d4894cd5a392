package dev.statecraft.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.grading.Experiment;
import dev.statecraft.grading.Trial;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.world.FaultReader;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import java.util.Map;
import java.util.Set;

/**
 * Reads the {@code run} of a question: {@code definition, input, world, faults, answers}.
 *
 * <p>An option's run takes what it does not name from the question's, and may name a {@code change} instead of a definition: a JSON
 * merge patch. In a definition, {@code lambda::charge} stands for the whole ARN of that function.
 */
final class ExperimentReader {
    private static final long SEED = 20_261_121;
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111111111111:function:";
    private static final Set<String> FIELDS =
            Set.of("definition", "change", "input", "world", "faults", "answers");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(printer());

    private ExperimentReader() {}

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter().withSeparators(separators);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    /**
     * @throws IllegalArgumentException with a message for the author
     * @throws WorldFault if the world, the faults or the answers are none
     */
    static Experiment read(JsonNode base, JsonNode own) {
        for (JsonNode run : new JsonNode[] {base, own}) {
            run.fieldNames()
                    .forEachRemaining(
                            name -> {
                                if (!FIELDS.contains(name)) {
                                    throw new IllegalArgumentException(
                                            "There is no field \"" + name + "\" in a run.");
                                }
                            });
        }
        JsonNode definition =
                own.has("definition") ? own.get("definition") : base.path("definition");
        if (own.has("change")) {
            definition = patched(definition, own.get("change"));
        }
        if (!definition.isObject()) {
            throw new IllegalArgumentException("A run needs a \"definition\".");
        }
        return new Experiment(
                text(definition), World.of(either(base, own, "world")), trial(base, own));
    }

    private static Trial trial(JsonNode base, JsonNode own) {
        JsonNode faults = either(base, own, "faults");
        JsonNode answers = either(base, own, "answers");
        return new Trial(
                either(base, own, "input"),
                faults.isEmpty() ? FaultPlan.NONE : FaultReader.read(faults),
                answers.isEmpty() ? Map.of() : FaultReader.answers(answers),
                SEED);
    }

    private static JsonNode either(JsonNode base, JsonNode own, String field) {
        if (own.has(field)) {
            return own.get(field);
        }
        return base.has(field) ? base.get(field) : JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode definition) {
        try {
            return PRETTY.writeValueAsString(definition).replace("\"lambda::", "\"" + FUNCTION);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    /** A JSON merge patch: null takes a field away, objects are merged, anything else replaces. */
    private static JsonNode patched(JsonNode target, JsonNode change) {
        if (!change.isObject()) {
            return change;
        }
        ObjectNode result =
                target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        change.properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().isNull()) {
                                result.remove(entry.getKey());
                            } else {
                                result.set(
                                        entry.getKey(),
                                        patched(result.path(entry.getKey()), entry.getValue()));
                            }
                        });
        return result;
    }
}

package dev.statecraft.editing.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.editing.design.StateForm.Entry;
import dev.statecraft.editing.design.StateForm.Option;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes the entries of one state's form, with what stands in the definition now. */
record Entries(JsonNode state, Remarks remarks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Entry of(FieldSpec spec) {
        return spec.options().isEmpty()
                ? set(spec.pointer(), spec.input(), spec.help())
                : entry(spec.name(), spec.pointer(), "set", Input.CHOICE)
                        .choosingWords(spec.options(), spec.help());
    }

    /** An entry that sets a field, labelled with the field's own name. */
    Entry set(String pointer, Input input, String help) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return entry(name, pointer, "set", input).showing(written(state.at(pointer), input), help);
    }

    Draft entry(String label, String pointer, String operation, Input input) {
        return new Draft(this, label, pointer, operation, input);
    }

    /** An entry of which the value and the words are still to be said. */
    record Draft(Entries all, String label, String pointer, String operation, Input input) {

        Entry showing(String value, String help) {
            boolean isLong = input == Input.JSON;
            return entry(value, help, List.of(), isLong);
        }

        Entry choosing(List<Option> options, String help) {
            String chosen =
                    options.stream()
                            .filter(Option::isChosen)
                            .map(Option::value)
                            .findFirst()
                            .orElse("");
            return entry(chosen, help, options, false);
        }

        Entry choosingWords(List<String> words, String help) {
            return choosing(StateForms.words(words, all.state().at(pointer).asText()), help);
        }

        private Entry entry(String value, String help, List<Option> options, boolean isLong) {
            return new Entry(
                    label,
                    pointer,
                    operation,
                    input,
                    value,
                    help,
                    options,
                    isLong,
                    all.remarks().take(pointer));
        }
    }

    private static String written(JsonNode value, Input input) {
        if (value.isMissingNode()) {
            return "";
        }
        if (input == Input.NAMES && value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        boolean isExpression = value.isTextual() && value.textValue().startsWith("{%");
        if (isExpression || (value.isTextual() && input != Input.JSON)) {
            return value.textValue();
        }
        try {
            return value.isContainerNode()
                    ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    : value.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
    }
}

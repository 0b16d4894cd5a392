package dev.statecraft.asl;

import dev.statecraft.asl.reading.StateFields;
import dev.statecraft.asl.rules.calls.CallParameters;
import dev.statecraft.asl.rules.calls.Integration;
import dev.statecraft.asl.rules.data.ContextFieldsRule;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that a definition can be made of, for those who offer them to somebody who writes one. */
public final class Vocabulary {

    private Vocabulary() {}

    public static List<String> stateTypes() {
        return StateFields.TYPES;
    }

    /** The fields of a type of state in a language; empty for a type that there is not. */
    public static Collection<String> fields(String type, QueryLanguage language) {
        return StateFields.of(type, language);
    }

    /** What a Task's Resource can be for the integrations that are known with their actions, every pattern of each. */
    public static List<String> resources() {
        return Integration.resources();
    }

    /** The parameters of a call to {@code resource}, where they are known; first those that it cannot do without. */
    public static List<String> parameters(String resource) {
        return CallParameters.of(resource).names();
    }

    /** The fields that compare, in a choice rule of JSONPath. */
    public static List<String> comparisons() {
        return Arrays.stream(ComparisonOperator.values())
                .flatMap(
                        it ->
                                it.hasPathForm()
                                        ? Stream.of(it.name(), it.name() + "Path")
                                        : Stream.of(it.name()))
                .toList();
    }

    /** The fields of an object of the Context object: of {@code Execution}, or of the whole for an empty name. */
    public static Collection<String> contextFields(String name) {
        return ContextFieldsRule.fields(name);
    }

    /** The name that somebody most likely meant. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        return Spelling.nearest(written, candidates);
    }
}

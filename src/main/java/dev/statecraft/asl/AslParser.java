package dev.statecraft.asl;

import dev.statecraft.asl.Diagnostic.Position;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.asl.reading.MachineReader;
import dev.statecraft.asl.reading.Section;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.DefinitionRules;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.StateIndex;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a definition from text, in three phases: text to a tree that knows its places, tree to states, and rules over the whole.
 *
 * @see <a href="https://states-language.net/spec.html">ASL specification</a>
 */
public final class AslParser {
    /** The largest definition the service takes. */
    public static final int MAX_BYTES = 1_048_576;

    private AslParser() {}

    /** Reads a definition of a Standard workflow, in JSON or in YAML. */
    public static Parsing parse(String text) {
        return parse(text, Workflow.STANDARD);
    }

    /** Reads a definition in the notation that it is written in. */
    public static Parsing parse(String text, Workflow workflow) {
        return parse(text, workflow, Notation.of(text));
    }

    /**
     * Reads the definition of a single state as a machine of its own, as TestState does: the states that it leads to need not be
     * there.
     *
     * @param text one JSON object
     * @param language of the machine that the state comes from
     */
    public static Parsing parseState(String name, String text, QueryLanguage language) {
        String machine =
                "{\"QueryLanguage\": \"%s\", \"StartAt\": \"%s\", \"States\": {\"%s\": %s}}"
                        .formatted(language, name, name, text);
        var source = new SourceText(machine);
        return parse(
                source,
                new Problems(source),
                Workflow.STANDARD,
                Notation.JSON,
                DefinitionRules.OF_ONE_STATE);
    }

    /**
     * Never throws: whatever is wrong with {@code text} comes back as diagnostics, all of it at once.
     *
     * @param notation that the text has to be in: the service itself takes JSON only
     */
    public static Parsing parse(String text, Workflow workflow, Notation notation) {
        var source = new SourceText(text);
        var problems = new Problems(source);
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            problems.report(SchemaRule.DEFINITION_TOO_LARGE, new Place("", 0, 1));
            return Parsing.failed(problems.inOrder());
        }
        return parse(source, problems, workflow, notation, DefinitionRules.ALL);
    }

    private static Parsing parse(
            SourceText source,
            Problems problems,
            Workflow workflow,
            Notation notation,
            List<DefinitionRule> rules) {
        Optional<SourceNode> root = notation.read(source.text(), problems);
        if (root.isEmpty()) {
            return Parsing.failed(problems.inOrder());
        }
        if (!(root.get() instanceof SourceNode.Fields fields)) {
            problems.report(SchemaRule.NOT_AN_OBJECT, Place.of("", root.get()));
            return Parsing.failed(problems.inOrder());
        }
        Optional<StateMachine> machine =
                new MachineReader(new Section(fields, "", problems)).read();
        StateIndex index = StateIndex.of(fields);
        List<ExpressionUse> uses =
                index.states().flatMap(state -> ExpressionUse.in(state).stream()).toList();
        var definition = new DefinitionRule.Definition(fields, index, uses, machine, workflow);
        for (DefinitionRule rule : rules) {
            rule.check(definition, problems);
        }
        Map<String, Position> positions = index.positions(source);
        return new Parsing(
                machine.filter(it -> !problems.hasErrors()),
                machine.filter(it -> !problems.hasErrorsBesideReach()),
                problems.inOrder(),
                positions);
    }

    /** The type of workflow that a definition is checked for: some resources only work in Standard workflows. */
    public enum Workflow {
        STANDARD,
        EXPRESS
    }
}

package dev.statecraft.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.asl.problems.JsonRule;
import dev.statecraft.asl.problems.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every rule has a definition that breaks it and one that comes close and does not. {@code -Dgolden.update} rewrites what is said
 * about the former.
 */
class RulesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/statecraft/asl");
    private static final Path GOLDEN = FOLDER.resolve("diagnostics.golden.txt");
    private static final Path NEAR_MISSES = FOLDER.resolve("near-misses.txt");

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_of_a_rule_breaks_it(Rule rule) {
        assertThat(AslParser.parse(rule.example(), rule.workflow()).diagnostics())
                .extracting(Diagnostic::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_definition_that_comes_close_does_not_break_the_rule(Rule rule) throws IOException {
        String definition = nearMisses().get(rule.name());

        assertThat(definition).as("a near miss of " + rule.name()).isNotNull();
        assertThat(AslParser.parse(definition, rule.workflow()).diagnostics())
                .extracting(Diagnostic::rule)
                .doesNotContain(rule);
        if (!(rule instanceof JsonRule)) {
            assertThat(AslParser.parse(definition, rule.workflow()).diagnostics())
                    .as("a near miss is accepted by the service")
                    .noneMatch(it -> it.severity() == Diagnostic.Severity.ERROR);
        }
    }

    @Test
    void what_is_said_about_each_example_is_what_was_reviewed() throws IOException {
        String said = Rule.all().stream().map(RulesTest::golden).collect(Collectors.joining("\n"));

        if (System.getProperty("golden.update") != null) {
            Files.writeString(GOLDEN, said);
        }
        assertThat(said).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void rules_have_names_of_their_own() {
        assertThat(Rule.all()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Test
    void every_diagnostic_says_how_to_mend_it() {
        assertThat(Rule.all())
                .flatExtracting(
                        rule -> AslParser.parse(rule.example(), rule.workflow()).diagnostics())
                .allSatisfy(it -> assertThat(it.remedy()).isNotBlank())
                .allSatisfy(it -> assertThat(it.message()).isNotBlank().doesNotContain("%s"));
    }

    private static String golden(Rule rule) {
        return AslParser.parse(rule.example(), rule.workflow()).diagnostics().stream()
                .filter(it -> it.rule() == rule)
                .limit(1)
                .map(RulesTest::shown)
                .collect(Collectors.joining());
    }

    private static String shown(Diagnostic it) {
        return "%s\n  %s %s at %s (line %d, column %d to offset %d)\n  %s\n  %s\n"
                .formatted(
                        it.rule().name(),
                        it.severity(),
                        it.code(),
                        shortened(it.location()),
                        it.position().line(),
                        it.position().column(),
                        it.position().endOffset(),
                        shortened(it.message()),
                        it.remedy());
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }

    static List<Rule> rules() {
        return Rule.all();
    }

    /** Blocks that begin with the name of a rule alone on its line. */
    private static Map<String, String> nearMisses() throws IOException {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (String block : Files.readString(NEAR_MISSES).split("\n(?=[A-Z][A-Z_]+\n)")) {
            String[] parts = block.split("\n", 2);
            definitions.put(parts[0], parts[1]);
        }
        return definitions;
    }
}

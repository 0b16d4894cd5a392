package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the authors' guide shows is what the reader accepts. */
class WorldGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> every_example_in_the_guide_is_a_world() throws IOException {
        String guide = Files.readString(Path.of("src/docs/world.md"));
        List<String> examples = EXAMPLE.matcher(guide).results().map(it -> it.group(1)).toList();

        assertThat(examples).hasSizeGreaterThan(5);
        return examples.stream()
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        example.lines().findFirst().orElseThrow(),
                                        () -> World.of(Yaml.read(example))));
    }
}

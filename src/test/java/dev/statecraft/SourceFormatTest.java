package dev.statecraft;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All Java sources look as google-java-format writes them: AOSP style, our own line breaks in comments and strings.
 * {@code mvn test -Dtest=SourceFormatTest -Dformat.update} rewrites those that do not.
 */
class SourceFormatTest {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.AOSP;
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(STYLE).formatJavadoc(false).build());

    @Test
    void every_java_file_is_formatted() {
        boolean update = System.getProperty("format.update") != null;
        List<Path> different = new ArrayList<>();

        for (Path file : SourceTree.files("src", ".java")) {
            String text = SourceTree.text(file);
            String formatted = formatted(file, text);
            if (formatted.equals(text)) {
                continue;
            }
            if (update) {
                SourceTree.write(file, formatted);
            } else {
                different.add(file);
            }
        }

        assertThat(different)
                .as("files to format; run: mvn test -Dtest=SourceFormatTest -Dformat.update")
                .isEmpty();
    }

    private static String formatted(Path file, String text) {
        try {
            String imports = RemoveUnusedImports.removeUnusedImports(text);
            return FORMATTER.formatSource(ImportOrderer.reorderImports(imports, STYLE));
        } catch (FormatterException e) {
            throw new AssertionError(file + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}

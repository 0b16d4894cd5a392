package dev.statecraft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about how sources and templates are written that a machine can hold. */
class StyleTest {
    private static final int LONGEST_FILE_LINES = 400;

    /** Files that may be longer, each with the reason. */
    private static final Map<String, String> MAY_BE_LONGER = Map.of();

    /** Types that bear a forbidden word because Step Functions or Java calls the thing so, each with the reason. */
    private static final Map<String, String> MAY_BE_NAMED_SO = Map.of();

    private static final Pattern TYPE_DECLARATION =
            Pattern.compile(
                    "^\\s*(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed)\\s+)*"
                            + "(?:class|interface|record|enum|@interface)\\s+(\\w+)",
                    Pattern.MULTILINE);

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(
                    "\\w*(?:Manager|Helpers?|Utils?|Processor|Handler|Impl|Base|Abstract|Data|Info|Common)"
                            + "|(?:Abstract|Base|Common)[A-Z]\\w*");

    private static final Map<Pattern, String> FORBIDDEN_IN_TEMPLATES =
            Map.of(
                    Pattern.compile("\\.raw\\b|\\|\\s*safe\\b|\\.safe\\b"),
                    "Qute output that is not escaped",
                    Pattern.compile("\\sstyle\\s*=", Pattern.CASE_INSENSITIVE),
                    "an inline style, which the content security policy refuses",
                    Pattern.compile("\\son[a-z]+\\s*=\\s*[\"']", Pattern.CASE_INSENSITIVE),
                    "an inline event handler, which the content security policy refuses",
                    Pattern.compile("<script(?![^>]*\\ssrc\\s*=)[^>]*>", Pattern.CASE_INSENSITIVE),
                    "an inline script, which the content security policy refuses",
                    Pattern.compile("<style\\b", Pattern.CASE_INSENSITIVE),
                    "an inline style sheet, which the content security policy refuses",
                    Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
                    "a javascript: address");

    @Test
    void no_type_hides_its_purpose_behind_a_word_that_fits_everything() {
        List<String> faulty = new ArrayList<>();

        for (Path file : SourceTree.files("src", ".java")) {
            Matcher declaration = TYPE_DECLARATION.matcher(SourceTree.text(file));
            while (declaration.find()) {
                String name = declaration.group(1);
                if (FORBIDDEN_NAME.matcher(name).matches() && !MAY_BE_NAMED_SO.containsKey(name)) {
                    faulty.add(name + " in " + file);
                }
            }
        }

        assertThat(faulty).as("types that want a name of the domain").isEmpty();
    }

    @Test
    void no_java_file_is_longer_than_can_be_read_in_one_go() {
        List<String> faulty = new ArrayList<>();

        for (Path file : SourceTree.files("src", ".java")) {
            long lines = SourceTree.text(file).lines().count();
            if (lines > LONGEST_FILE_LINES && !MAY_BE_LONGER.containsKey(file.toString())) {
                faulty.add(file + ": " + lines + " lines");
            }
        }

        assertThat(faulty)
                .as(
                        "files of more than %d lines: give a concept a file of its own",
                        LONGEST_FILE_LINES)
                .isEmpty();
    }

    @Test
    void the_list_of_longer_files_names_only_longer_files() {
        assertThat(MAY_BE_LONGER.keySet())
                .allSatisfy(
                        file ->
                                assertThat(SourceTree.text(Path.of(file)).lines().count())
                                        .isGreaterThan(LONGEST_FILE_LINES));
    }

    @Test
    void no_template_writes_unescaped_output_or_inline_code() {
        List<String> faulty = new ArrayList<>();

        for (Path file : SourceTree.files("src/main/resources/templates", "")) {
            String text = SourceTree.text(file);
            FORBIDDEN_IN_TEMPLATES.forEach(
                    (pattern, what) -> {
                        Matcher match = pattern.matcher(text);
                        while (match.find()) {
                            faulty.add(file + ":" + line(text, match.start()) + " has " + what);
                        }
                    });
        }

        assertThat(faulty).as("templates to mend").isEmpty();
    }

    private static long line(String text, int offset) {
        return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}

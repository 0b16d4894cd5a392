package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.web.editor.SlimScript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlimScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "let a = b + c; // sum            | let a=b+c;",
                "return /* the */ a               | return a",
                "a = b + +c - -d                  | a=b+ +c- -d",
                "if (a) return / x [/] y /.test(b) | if(a)return / x [/] y /.test(b)",
                "a = b / c / d                    | a=b /c /d",
                "typeof   x === 'a  // b'         | typeof x==='a  // b'",
                "x = \"it's  /* no */\"           | x=\"it's  /* no */\"",
                "for (let a of /  /.exec(b)) {}   | for(let a of /  /.exec(b)){}",
                "case \"a\": break                | case \"a\":break"
            })
    void blanks_and_comments_go_and_strings_and_patterns_stay(String script, String slim) {
        assertThat(SlimScript.of(script).strip()).isEqualTo(slim);
    }

    @Test
    void templates_keep_their_text_and_lose_blanks_only_in_braces() {
        assertThat(SlimScript.of("a = `x  ${ b + `  ${ c }  ` } // y`"))
                .isEqualTo("a=`x  ${b+`  ${c}  `} // y`");
    }

    @Test
    void new_lines_stay_because_they_can_end_a_statement() {
        assertThat(SlimScript.of("a\n\n    /* two\n lines */ b // c\n  ++d"))
                .isEqualTo("a\nb\n++d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "`${", "/*", "/", "\"\\", "`", "//", "a /", "`${a}"})
    void a_script_that_breaks_off_is_read_to_its_end(String script) {
        assertThat(SlimScript.of(script)).isNotNull();
    }
}

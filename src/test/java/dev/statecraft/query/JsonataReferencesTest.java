package dev.statecraft.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.query.jsonata.JsonataReferences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;

class JsonataReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "order § order",
                "order.total § order",
                "order.total + tax § order tax",
                "{aaa: 1, 'b': ccc} § aaa ccc",
                "[one, $two] § one $two",
                "$map($states.input.list, function($x){ $x + base }) § $map() states.input base",
                "$states.input.list[price > 3] § states.input",
                "$states.input.list^(>price).name § states.input",
                "$states.input.list{kind: $sum(price)} § states.input $sum()",
                "$states.input.list.(name & ', ' & $greeting) § states.input $greeting",
                "$states.input.list.$uppercase(name) § states.input $uppercase()",
                "(a; b) § a b",
                "($f := function(){ 1 }; $f() + $g()) § $g()",
                "($a := 1; $a + $b) § $b",
                "$ § $",
                "$states.input.list[$ > 3] § states.input",
                "$states.input ~> | list | {'a': b} | § states.input",
                "1..3 § ~~",
                "[1..last] § last",
                "a and b or c in d § a b c d",
                "and § and",
                "`a name` § a name",
                "\"text.with $names\" & 'and $$' § ~~",
                "$match(text, /a$b\\/c/i) § $match() text",
                "/* comment $$ */ 1 § ~~",
                "function($a, $b)<nn:n>{ $a * $b * $c }(1, 2) § $c",
                "λ($a){ $a }(x) § x",
                "$states.input.a@$one.b#$i.{'a': $one, 'i': $i} § states.input",
                "$exists($states) § $exists() states.",
                "$states . `result` . x § states.result",
                "true and false and null § ~~",
                "$f(x).y § $f() x",
                "cond ? yes : no § cond yes no",
                "6 / two / $three § two $three",
            })
    void names_are_found_that_are_read_from_outside(String expression, String names) {
        assertThat(found(expression)).isEqualTo(names);
    }

    @Test
    void the_root_is_found_everywhere() {
        assertThat(found("$states.input.list[$$.limit > price]")).isEqualTo("states.input $$");
    }

    @Test
    void a_reference_knows_where_it_stands() {
        assertThat(JsonataReferences.in("1 + $total"))
                .containsExactly(
                        new JsonataReferences.Reference(
                                JsonataReferences.Kind.VARIABLE, "total", 4, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "$$",
                "\"",
                "`",
                "/",
                "((((",
                "))))",
                "$states.",
                "$states.`",
                "^(",
                "|",
                "||||",
                "/*",
                "function(",
                "λ",
                "@",
                "#$",
                "\\",
                "1.",
                "a.b.",
                "\uD800"
            })
    void no_text_makes_it_fail(String expression) {
        assertThat(JsonataReferences.in(expression)).isNotNull();
    }

    private static String found(String expression) {
        return JsonataReferences.in(expression).stream()
                .map(
                        it ->
                                switch (it.kind()) {
                                    case TOP_LEVEL, ROOT -> it.name();
                                    case VARIABLE -> "$" + it.name();
                                    case FUNCTION -> "$" + it.name() + "()";
                                    case STATES -> "states." + it.name();
                                })
                .collect(Collectors.joining(" "));
    }
}

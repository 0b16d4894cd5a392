package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionWordsTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Variable':'$.amount','NumericGreaterThan':100} | amount > 100",
                "{'Variable':'$.amount','NumericLessThanEqualsPath':'$.limit'} | amount ≤ limit",
                "{'Variable':'$.status','StringEquals':'paid'} | status = \"paid\"",
                "{'Variable':'$.type','StringMatches':'image/*'} | type like \"image/*\"",
                "{'Variable':'$.paid','BooleanEquals':true} | paid",
                "{'Variable':'$.paid','BooleanEquals':false} | not paid",
                "{'Variable':'$.coupon','IsPresent':true} | coupon is there",
                "{'Variable':'$.coupon','IsPresent':false} | no coupon",
                "{'Variable':'$.x','IsNumeric':false} | x is not a number",
                "{'Variable':'$count','NumericEquals':3} | $count = 3",
                "{'Not':{'Variable':'$.paid','BooleanEquals':true}} | not paid",
                "{'And':[{'Variable':'$.a','IsNull':true},{'Or':[{'Variable':'$.b','IsNull':true},{'Variable':'$.c','IsNull':true}]}]} | a is null and (b is null or c is null)",
                "{'Condition':'{% $states.input.total > 5 %}'} | $states.input.total > 5"
            })
    void a_rule_is_said_in_short_words(String rule, String words) throws JsonProcessingException {
        var json = new ObjectMapper().readTree(rule.replace('\'', '"'));

        assertThat(ConditionWords.of(json)).isEqualTo(words);
    }
}

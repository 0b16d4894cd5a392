package dev.statecraft.asl.rules.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.asl.problems.FlowRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Points out rules of a Choice that are never taken: never true, after one that always is, or the same as one before. */
public final class ConstantConditionsRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        definition
                .index()
                .states()
                .filter(entry -> entry.is("Choice"))
                .forEach(entry -> check(entry, problems));
    }

    private static void check(Entry entry, Problems problems) {
        if (!(entry.node().value("Choices").orElse(null) instanceof Elements rules)) {
            return;
        }
        Map<JsonNode, Integer> seen = new HashMap<>();
        int always = -1;
        for (int i = 0; i < rules.elements().size(); i++) {
            if (!(rules.elements().get(i) instanceof Fields rule)) {
                continue;
            }
            Place place =
                    new Place(
                            entry.pointer() + "/Choices[" + i + "]",
                            rule.start(),
                            rule.start() + 1);
            JsonNode test = test(rule);
            String condition = condition(test);
            Integer same = seen.putIfAbsent(test, i);
            if (always >= 0) {
                problems.report(
                        FlowRule.RULE_NEVER_TAKEN,
                        place,
                        "rule " + (always + 1) + " is always true");
            } else if (condition.equals("false")) {
                problems.report(FlowRule.RULE_NEVER_TAKEN, place, "its condition is always false");
            } else if (same != null && !test.isEmpty()) {
                problems.report(
                        FlowRule.RULE_NEVER_TAKEN, place, "rule " + (same + 1) + " asks the same");
            } else if (condition.equals("true")) {
                always = i;
            }
        }
    }

    /** The rule without what does not decide whether it is true. */
    private static JsonNode test(Fields rule) {
        ObjectNode test = (ObjectNode) rule.json();
        test.remove(List.of("Next", "Comment", "Assign", "Output"));
        return test;
    }

    private static String condition(JsonNode test) {
        String condition = test.path("Condition").asText();
        return condition.startsWith("{%") && condition.endsWith("%}") && condition.length() > 3
                ? condition.substring(2, condition.length() - 2).strip()
                : condition;
    }
}

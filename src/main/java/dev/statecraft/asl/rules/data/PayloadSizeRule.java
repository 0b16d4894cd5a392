package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.problems.AdviceRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.rules.DefinitionRule;
import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.asl.rules.StateIndex.Entry;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode.Field;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points out what a state hands on when it alone passes 256 KiB: large constants, and long ranges written out. */
public final class PayloadSizeRule implements DefinitionRule {
    private static final int MAX_BYTES = 262_144;
    private static final List<String> HANDED_ON =
            List.of(
                    "Result",
                    "Parameters",
                    "Arguments",
                    "Output",
                    "ItemSelector",
                    "ResultSelector",
                    "Items");
    private static final Pattern RANGE =
            Pattern.compile("\\s*\\[\\s*(\\d{1,9})\\s*\\.\\.\\s*(\\d{1,9})\\s*]\\s*");

    @Override
    public void check(Definition definition, Problems problems) {
        definition.index().states().forEach(entry -> checkConstants(entry, problems));
        definition.uses().stream()
                .filter(ExpressionUse::isJsonata)
                .filter(use -> HANDED_ON.contains(use.field()) && !use.field().equals("Items"))
                .forEach(use -> checkRange(use, problems));
    }

    private static void checkConstants(Entry entry, Problems problems) {
        for (String name : HANDED_ON) {
            entry.node()
                    .field(name)
                    // What is shorter in the text, in UTF-16 units, is not longer as compact JSON
                    // unless each unit is three bytes.
                    .filter(it -> (it.value().end() - it.value().start()) * 3L > MAX_BYTES)
                    .ifPresent(field -> checkConstant(entry, field, problems));
        }
    }

    private static void checkConstant(Entry entry, Field field, Problems problems) {
        int bytes = field.value().json().toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            problems.report(
                    AdviceRule.PAYLOAD_TOO_LARGE, Place.ofName(entry.pointer(), field), bytes);
        }
    }

    private static void checkRange(ExpressionUse use, Problems problems) {
        Matcher range = RANGE.matcher(use.text());
        if (range.matches()) {
            long bytes = bytes(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
            if (bytes > MAX_BYTES) {
                problems.report(
                        AdviceRule.PAYLOAD_TOO_LARGE, Place.of(use.pointer(), use.node()), bytes);
            }
        }
    }

    /** Of all numbers from one to another, with the commas between them and the brackets. */
    private static long bytes(long first, long last) {
        long bytes = 1;
        long from = first;
        while (from <= last) {
            int digits = String.valueOf(from).length();
            long to = Math.min(last, (long) Math.pow(10, digits) - 1);
            bytes += (to - from + 1) * (digits + 1);
            from = to + 1;
        }
        return bytes + (first > last ? 1 : 0);
    }
}

package dev.statecraft.asl.problems;

import dev.statecraft.asl.AslParser.Workflow;
import dev.statecraft.asl.Diagnostic.Severity;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that a definition can break, as a reference page lists it. Every diagnostic names the rule that it comes from.
 *
 * <p>Messages and codes are the service's own where they are publicly known: its API reference for
 * ValidateStateMachineDefinitionDiagnostic lists the codes, and error reports in public issue trackers quote the messages (read
 * 2026-11).
 */
public sealed interface Rule
        permits JsonRule, YamlRule, SchemaRule, FlowRule, ExpressionRule, AdviceRule {

    /** A name that stays the same, such as {@code REQUIRED_FIELDS}; unique among all rules. */
    String name();

    /** ERROR where the service refuses the definition. */
    Severity severity();

    /** What the service calls it, or what we call it where the service has no word; many rules share a code. */
    String code();

    /** The message, with {@code %s} where words of the definition go. */
    String says();

    /** How to mend it. A diagnostic may say it more exactly. */
    String remedy();

    /** A definition that breaks this rule. */
    String example();

    /** The type of workflow that the example is for. */
    default Workflow workflow() {
        return name().startsWith("EXPRESS_") ? Workflow.EXPRESS : Workflow.STANDARD;
    }

    /** False where the service names no location: for a workflow without an end, and for text that is no JSON. */
    default boolean isLocated() {
        return this != FlowRule.MISSING_END_STATE
                && !(this instanceof JsonRule)
                && !(this instanceof YamlRule);
    }

    /** Every rule there is, in the order a learner meets them. */
    static List<Rule> all() {
        return Stream.<Rule[]>of(
                        JsonRule.values(),
                        YamlRule.values(),
                        SchemaRule.values(),
                        FlowRule.values(),
                        ExpressionRule.values(),
                        AdviceRule.values())
                .flatMap(Stream::of)
                .toList();
    }
}

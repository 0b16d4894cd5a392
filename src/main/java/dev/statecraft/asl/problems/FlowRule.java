package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** How states lead to each other. */
public enum FlowRule implements Rule {
    MISSING_TARGET(
            Severity.ERROR,
            "MISSING_TRANSITION_TARGET",
            "Missing 'Next' target: %s",
            "Name a state of the same States object.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Next\": \"Shipp\" },\n    \"Ship\": { \"Type\": \"Succeed\" }")),
    UNREACHABLE_STATE(
            Severity.ERROR,
            "MISSING_TRANSITION_TARGET",
            "State \"%s\" is not reachable.",
            "Name it in a Next, Default or Catch, or remove it.",
            Examples.states(
                    "\"A\": { \"Type\": \"Succeed\" },\n    \"Forgotten\": { \"Type\": \"Succeed\" }")),
    MISSING_END_STATE(
            Severity.ERROR,
            "MISSING_END_STATE",
            "Workflow has no terminal state",
            "Give a state \"End\": true, or lead to a Succeed or Fail state.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Next\": \"B\" },\n    \"B\": { \"Type\": \"Pass\", \"Next\": \"A\" }")),
    DUPLICATE_STATE_NAME(
            Severity.ERROR,
            "DUPLICATE_STATE_NAME",
            "Duplicate State name: %s",
            "Rename one of the two: names are unique in the whole machine, branches and item processors included.",
            Examples.state(
                    "\"Type\": \"Parallel\", \"End\": true, \"Branches\": [\n      { \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }]")),
    NO_WAY_OUT(
            Severity.WARNING,
            "NO_WAY_OUT",
            "Once \"%s\" is reached, no path leads to an end.",
            "Lead out of the loop with a Choice state, or end it: after 25,000 events the execution fails.",
            Examples.states(
                    "\"A\": { \"Type\": \"Choice\", \"Default\": \"B\", \"Choices\": [{ \"Variable\": \"$.ready\", \"IsPresent\": true, \"Next\": \"C\" }] },\n"
                            + "    \"B\": { \"Type\": \"Wait\", \"Seconds\": 5, \"Next\": \"B\" },\n"
                            + "    \"C\": { \"Type\": \"Succeed\" }")),
    CONSTANT_LOOP(
            Severity.WARNING,
            "CONSTANT_LOOP",
            "The loop through \"%s\" never ends: nothing that its Choice states look at changes in it.",
            "Count the rounds or ask anew in each of them, and compare with what comes of it: after 25,000 events"
                    + " the execution fails.",
            Examples.states(
                    "\"A\": { \"Type\": \"Wait\", \"Seconds\": 60, \"Next\": \"Ready?\" },\n"
                            + "    \"Ready?\": { \"Type\": \"Choice\", \"Default\": \"A\", \"Choices\": [{ \"Variable\": \"$.ready\", \"BooleanEquals\": true, \"Next\": \"C\" }] },\n"
                            + "    \"C\": { \"Type\": \"Succeed\" }")),
    RULE_NEVER_TAKEN(
            Severity.WARNING,
            "RULE_NEVER_TAKEN",
            "This rule is never taken: %s.",
            "Remove it, or put it before the rule that hides it.",
            Examples.jsonata(
                    "\"A\": { \"Type\": \"Choice\", \"Default\": \"B\", \"Choices\": [{ \"Condition\": false, \"Next\": \"B\" }] },\n"
                            + "    \"B\": { \"Type\": \"Succeed\" }")),
    CHOICE_WITHOUT_DEFAULT(
            Severity.WARNING,
            "CHOICE_WITHOUT_DEFAULT",
            "The Choice state \"%s\" has no Default.",
            "Add \"Default\" with the state to go to when no rule is true; otherwise the execution fails with"
                    + " States.NoChoiceMatched.",
            Examples.states(
                    "\"A\": { \"Type\": \"Choice\", \"Choices\": [{ \"Variable\": \"$.x\", \"IsPresent\": true, \"Next\": \"B\" }] },\n"
                            + "    \"B\": { \"Type\": \"Succeed\" }"));

    private final Severity severity;
    private final String code;
    private final String says;
    private final String remedy;
    private final String example;

    FlowRule(Severity severity, String code, String says, String remedy, String example) {
        this.severity = severity;
        this.code = code;
        this.says = says;
        this.remedy = remedy;
        this.example = example;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public String example() {
        return example;
    }
}

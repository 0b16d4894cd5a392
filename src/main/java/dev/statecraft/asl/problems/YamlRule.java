package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** What is wrong with a text that should be YAML. */
public enum YamlRule implements Rule {
    YAML_SYNTAX(
            "This is no YAML: %s.",
            "Check the indentation and the quotation marks up to here.", "StartAt: A\nStates: [A"),
    YAML_REPEATED_FIELD(
            "The field \"%s\" stands here twice.",
            "Keep one of the two.", "StartAt: A\nStartAt: B\n"),
    YAML_FIELD_NAME(
            "A field name must be one text, not a list or a map.",
            "Write a name and a colon, such as \"Type:\".",
            "StartAt: A\n? [a, b]\n: 1\n"),
    YAML_TAG(
            "The tag %s is not read in a definition.",
            "Remove the tag and write the value itself.", "StartAt: !Sub A\n"),
    YAML_NUMBER(
            "%s is no number that JSON knows.",
            "Write a decimal number, or put it in quotation marks if it is a text.",
            "StartAt: .inf\n"),
    YAML_TOO_DEEPLY_NESTED(
            "The definition is nested more than %s deep.",
            "Move the inner part into a state machine of its own and start it with"
                    + " arn:aws:states:::states:startExecution.sync:2.",
            "StartAt: " + "[".repeat(120)),
    YAML_TOO_MANY_ALIASES(
            "With its aliases written out, the definition has more than %s values.",
            "Write out what the aliases stand for, or use fewer of them.", aliases()),
    YAML_UNKNOWN_ALIAS(
            "The alias *%s stands for nothing that was named before.",
            "Name the value with &, such as &shared, where it first stands.", "StartAt: *start\n");

    private final String says;
    private final String remedy;
    private final String example;

    YamlRule(String says, String remedy, String example) {
        this.says = says;
        this.remedy = remedy;
        this.example = example;
    }

    private static String aliases() {
        StringBuilder text = new StringBuilder("Comment:\n- &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            text.append("- &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
        }
        return text.toString();
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String code() {
        return this == YAML_TOO_DEEPLY_NESTED ? "TOO_DEEPLY_NESTED" : "INVALID_YAML_DESCRIPTION";
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

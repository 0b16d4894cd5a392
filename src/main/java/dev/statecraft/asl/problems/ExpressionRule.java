package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** Paths, payload templates, JSONata and variables. */
public enum ExpressionRule implements Rule {
    NOT_A_PATH(
            Problems.SCHEMA,
            "Value must be a valid JSONPath.",
            "Begin it with \"$\", such as \"$.order\".",
            Examples.pass("\"InputPath\": \"order\"")),
    NOT_A_REFERENCE_PATH(
            Problems.SCHEMA,
            "Value is not a Reference Path: %s",
            "Name one place: fields and indexes such as \"$.order.items[0]\", without wildcards, slices or filters.",
            Examples.pass("\"ResultPath\": \"$.items[*]\"")),
    NOT_A_TEMPLATE_VALUE(
            Problems.SCHEMA,
            "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call",
            "Write a path such as \"$.field\" or a call such as \"States.Format('Hi {}', $.name)\", or drop the \".$\" from"
                    + " the field's name to keep the value as it stands.",
            Examples.pass("\"Parameters\": { \"name.$\": \"name\" }")),
    NOT_A_TEXT_FUNCTION(
            Problems.SCHEMA,
            "The intrinsic function '%s' is not supported in the field '%s'",
            "Here only States.Format, States.JsonToString, States.ArrayGetItem, States.Base64Encode, States.Base64Decode,"
                    + " States.Hash and States.UUID are allowed.",
            Examples.state("\"Type\": \"Fail\", \"CausePath\": \"States.MathAdd($.a, 1)\"")),
    REPEATED_TEMPLATE_FIELD(
            Problems.SCHEMA,
            "The fields '%1$s' and '%1$s.$' name the same thing.",
            "Keep one of the two.",
            Examples.pass("\"Parameters\": { \"name\": \"Ada\", \"name.$\": \"$.name\" }")),
    JSONATA_NOT_CLOSED(
            Problems.SCHEMA,
            "JSONata string must start with {% and end with %}",
            "Begin the text with \"{%\" and end it with \"%}\", with nothing outside, not even a blank.",
            Examples.output("\"{% $states.input.total\"")),
    JSONATA_NOT_PARSED(
            "INVALID_JSONATA_EXPRESSION",
            "%s",
            "Mend the expression; it must be JSONata.",
            Examples.output("\"{% 1 + %}\"")),
    JSONATA_NOT_ALLOWED(
            "UNSUPPORTED_JSONATA_EXPRESSION",
            "%s",
            "Write the expression in another way.",
            Examples.output("\"{% $eval('1 + 1') %}\"")),
    ROOT_REFERENCE(
            "UNSUPPORTED_JSONATA_EXPRESSION",
            "Reference to '$$' is not supported.",
            "Write $states.input for the state's input, $states.context for the Context object.",
            Examples.output("\"{% $$.order %}\"")),
    TOP_LEVEL_REFERENCE(
            "UNSUPPORTED_JSONATA_EXPRESSION",
            "Reference to '%s' at the top level is not supported.",
            "Nothing surrounds an expression here: begin a path with $states.input or with a variable.",
            Examples.output("\"{% order.total %}\"")),
    STATES_FIELD_MISSING(
            "UNSUPPORTED_JSONATA_EXPRESSION",
            "Field '$states.%s' does not exist.",
            "Here $states has the fields input and context.",
            Examples.output("\"{% $states.result %}\"")),
    RESERVED_VARIABLE(
            "RESERVED_VARIABLE_NAME",
            "Cannot assign to reserved variable '$states'.",
            "Choose another name.",
            Examples.pass("\"Assign\": { \"states\": 1 }")),
    INVALID_VARIABLE(
            "INVALID_VARIABLE_NAME",
            "Invalid variable name '%s': the variable name contains invalid characters.",
            "Use letters, digits and underscores, beginning with a letter; parts such as \"a.b\" cannot be"
                    + " assigned, only whole variables.",
            Examples.pass("\"Assign\": { \"order.total\": 1 }")),
    VARIABLE_TOO_LONG(
            "INVALID_VARIABLE_NAME",
            "Invalid variable name '%s': the variable name is longer than 80 characters.",
            "Choose a shorter name.",
            Examples.pass("\"Assign\": { \"" + "v".repeat(81) + "\": 1 }")),
    SHADOWED_VARIABLE(
            "DUPLICATE_VARIABLE_NAME",
            "The variable name '%s' was already defined in a parent scope.",
            "Choose another name: what is inside a Map or Parallel reads the variables around it and cannot write them.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Assign\": { \"total\": 1 }, \"Next\": \"B\" },\n"
                            + "    \"B\": { \"Type\": \"Map\", \"End\": true, \"ItemProcessor\": { \"StartAt\": \"C\", \"States\": {\n"
                            + "      \"C\": { \"Type\": \"Pass\", \"Assign\": { \"total\": 2 }, \"End\": true } } } }")),
    UNDEFINED_VARIABLE(
            Severity.WARNING,
            "POSSIBLY_UNDEFINED_VARIABLE",
            "Variable '%s' is possibly not defined.",
            "Assign it in a state before this one.",
            Examples.pass("\"InputPath\": \"$total\""));

    private final Severity severity;
    private final String code;
    private final String says;
    private final String remedy;
    private final String example;

    ExpressionRule(String code, String says, String remedy, String example) {
        this(Severity.ERROR, code, says, remedy, example);
    }

    ExpressionRule(Severity severity, String code, String says, String remedy, String example) {
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

package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** What is wrong with a text that should be JSON. The service stops at the first fault; we name them all. */
public enum JsonRule implements Rule {
    EMPTY_DEFINITION(
            "The definition is empty.",
            "Write a JSON object such as {\"StartAt\": \"First\", \"States\": {}}.",
            " "),
    TEXT_AFTER_END(
            "There is text after the end of the definition.",
            "Remove it, or check for a brace too many.",
            Examples.pass("\"Comment\": \"\"") + " }"),
    TOO_DEEPLY_NESTED(
            "The definition is nested more than %s deep.",
            "Move the inner part into a state machine of its own and start it with"
                    + " arn:aws:states:::states:startExecution.sync:2.",
            "[".repeat(120)),
    UNCLOSED_OBJECT(
            "This \"{\" is never closed.",
            "Add a \"}\" where the object ends.",
            "{ \"StartAt\": \"A\""),
    UNCLOSED_LIST(
            "This \"[\" is never closed.",
            "Add a \"]\" where the list ends.",
            "{ \"Comment\": [1, 2"),
    WRONG_BRACKET(
            "A \"%s\" stands where the %s that began on line %s should end.",
            "Close what is open first.", "{ \"StartAt\": \"A\" ]"),
    COMMA_WITHOUT_ENTRY(
            "There is nothing before this comma.", "Remove the comma.", "{ , \"StartAt\": \"A\" }"),
    TRAILING_COMMA(
            "Nothing follows this comma.",
            "Remove the comma: JSON allows none after the last entry.",
            "{ \"StartAt\": \"A\", }"),
    MISSING_COMMA(
            "A comma is missing before this.",
            "Separate the entries with \",\".",
            "{ \"StartAt\": \"A\" \"States\": {} }"),
    FIELD_WITHOUT_VALUE(
            "The field \"%s\" has no value.",
            "Write \": \" and a value after the name.", "{ \"StartAt\": }"),
    REPEATED_FIELD(
            "The field \"%s\" stands here twice.",
            "Keep one of the two.", "{ \"StartAt\": \"A\", \"StartAt\": \"B\" }"),
    MISSING_FIELD_NAME(
            "A field name is expected here.",
            "Write a name in quotation marks, such as \"Type\".",
            "{ [1] }"),
    UNQUOTED_FIELD_NAME(
            "The field name %s is not in quotation marks.",
            "Put it in double quotation marks.", "{ StartAt: \"A\" }"),
    SINGLE_QUOTES(
            "This text stands in single quotation marks.",
            "JSON needs double ones.",
            "{ \"StartAt\": 'A' }"),
    UNCLOSED_TEXT(
            "This text has no closing quotation mark.",
            "Add a \" at its end; a text cannot go over several lines.",
            "{ \"StartAt\": \"A\n}"),
    CONTROL_CHARACTER(
            "A control character stands in this text.",
            "Write it as an escape such as \\t.",
            "{ \"Comment\": \"a\tb\" }"),
    HALF_CHARACTER(
            "This text holds half of a character (an unpaired surrogate).",
            "Write the whole character.",
            "{ \"Comment\": \"\\uD800\" }"),
    UNKNOWN_ESCAPE(
            "\"%s\" is not an escape in JSON.",
            "Write \\\\ for a backslash.", "{ \"Comment\": \"C:\\data\" }"),
    INCOMPLETE_UNICODE_ESCAPE(
            "\\u must be followed by four hexadecimal digits.",
            "Write \\u00e9, for example.",
            "{ \"Comment\": \"\\u12\" }"),
    UNEXPECTED_CHARACTER(
            "\"%s\" cannot stand here.",
            "Write a text in quotation marks, a number, true, false, null, an object or a list.",
            "{ \"Comment\": ; }"),
    UNKNOWN_WORD(
            "%s is neither a text in quotation marks, a number, true, false nor null.",
            "If it is a text, put it in double quotation marks.", "{ \"End\": True }");

    private final String says;
    private final String remedy;
    private final String example;

    JsonRule(String says, String remedy, String example) {
        this.says = says;
        this.remedy = remedy;
        this.example = example;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String code() {
        return switch (this) {
            case EMPTY_DEFINITION -> "MISSING_DESCRIPTION";
            case TOO_DEEPLY_NESTED -> "TOO_DEEPLY_NESTED";
            default -> "INVALID_JSON_DESCRIPTION";
        };
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

package dev.statecraft.asl.problems;

import dev.statecraft.asl.Diagnostic.Severity;

/** Which fields an object has and what they hold. The messages are the service's (publicly reported, read 2026-11). */
public enum SchemaRule implements Rule {
    NOT_AN_OBJECT("Expected value of type [OBJECT]", "Begin the definition with \"{\".", "[]"),
    DEFINITION_TOO_LARGE(
            "The definition is larger than the limit of 1048576 bytes",
            "Move large constants out of the definition, or split the workflow into nested ones.",
            Examples.pass("\"Comment\": \"" + "large ".repeat(180_000) + "\"")),
    REQUIRED_FIELDS("These fields are required: [%s]", "Add the field here.", "{}"),
    FIELD_NOT_SUPPORTED(
            "Field '%s' is not supported",
            "Check the spelling, or remove the field.", Examples.pass("\"ResultPaht\": \"$.x\"")),
    OTHER_QUERY_LANGUAGE(
            "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage",
            "Remove the field, or set \"QueryLanguage\" on the state.",
            Examples.pass("\"Output\": 1")),
    JSONPATH_INSIDE_JSONATA(
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
            "Remove the field here, or set \"QueryLanguage\": \"JSONPath\" for the machine and"
                    + " \"JSONata\" on the states that need it.",
            Examples.jsonata(
                    "\"A\": { \"Type\": \"Pass\", \"QueryLanguage\": \"JSONPath\", \"End\": true }")),
    ONLY_ONE_FIELD(
            "There should only be one of the following fields: [%s]",
            "Keep one of them.", Examples.pass("\"Next\": \"A\"")),
    ONE_FIELD_REQUIRED(
            "This object should have only one of the following fields: [%s]",
            "Add one of them.", Examples.state("\"Type\": \"Wait\", \"End\": true")),
    ONE_OF_VALUES(
            "Value should be one of the following: [%s]",
            "Write one of these, in exactly this spelling.",
            Examples.state("\"Type\": \"Parallell\"")),
    WRONG_TYPE(
            "Expected value of type %s",
            "Write a value of this type.",
            Examples.state("\"Type\": \"Wait\", \"Seconds\": \"10\", \"End\": true")),
    TOO_SMALL(
            "Minimum value is %s",
            "Write a larger number.",
            Examples.state("\"Type\": \"Wait\", \"Seconds\": -1, \"End\": true")),
    TOO_LARGE(
            "Maximum value is %s",
            "Write a smaller number.", Examples.task("\"TimeoutSeconds\": 100000000")),
    EMPTY_VALUE(
            "Value cannot be empty",
            "Add at least one entry.",
            Examples.state("\"Type\": \"Parallel\", \"Branches\": [], \"End\": true")),
    NOT_A_TIMESTAMP(
            "String does not match RFC3339 timestamp",
            "Write date, \"T\", time and offset, such as \"2026-12-24T18:00:00Z\".",
            Examples.state(
                    "\"Type\": \"Wait\", \"Timestamp\": \"2026-12-24 18:00\", \"End\": true")),
    CHOICE_RULE_SHAPE(
            "The object must have only one of the following fields, [And, Or, Not, Variable, Condition]",
            "Compare a \"Variable\", or combine rules with \"And\", \"Or\" or \"Not\".",
            Examples.choice("\"StringEquals\": \"x\", \"Next\": \"B\"")),
    STATES_ALL_ALONE_AND_LAST(
            "States.ALL must appear alone and at end of list",
            "Put \"States.ALL\" in an entry of its own at the end of the list.",
            Examples.task("\"Retry\": [{ \"ErrorEquals\": [\"States.ALL\", \"Busy\"] }]")),
    HEARTBEAT_NOT_BELOW_TIMEOUT(
            "HeartbeatSeconds must be smaller than TimeoutSeconds",
            "Shorten the heartbeat, or raise TimeoutSeconds.",
            Examples.task("\"TimeoutSeconds\": 10, \"HeartbeatSeconds\": 10")),
    CREDENTIALS_WITHOUT_ROLE(
            "The field 'RoleArn' is required but was missing",
            "Add \"RoleArn\" with the ARN of the role that the task assumes.",
            Examples.task("\"Credentials\": {}")),
    CREDENTIALS_ON_ACTIVITY(
            "The field 'Credentials' is not supported for activities",
            "Remove the field: a worker polls an activity with its own rights.",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:us-east-1:111122223333:activity:pack\","
                            + " \"Credentials\": { \"RoleArn\": \"arn:aws:iam::111122223333:role/r\" }, \"End\": true")),
    RESOURCE_NOT_AN_ARN(
            "Value is not a valid resource ARN",
            "Write an ARN such as \"arn:aws:states:::lambda:invoke\" or that of a function.",
            Examples.resource("charge")),
    RESOURCE_NOT_RECOGNIZED(
            "The resource provided %s is not recognized. The value is not a valid resource ARN, or the"
                    + " resource is not available in this region.",
            "Use an integration that the service has, or call the API through \"arn:aws:states:::aws-sdk:...\".",
            Examples.resource("arn:aws:states:::dynamodb:query")),
    MISSING_PARAMETER(
            "The field '%s' is required but was missing",
            "Add it: the integration cannot do without.",
            Examples.state(
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
                            + " \"Parameters\": { \"MessageBody\": \"hello\" }, \"End\": true")),
    EXPRESS_SERVICE_PATTERN(
            // The blank at the end is the service's own (recorded 2024-04).
            "Express state machine does not support '%s' service integration ",
            "Make the state machine a Standard workflow, or call the service without waiting for it.",
            Examples.resource("arn:aws:states:::ecs:runTask.sync")),
    EXPRESS_ACTIVITY(
            "Express state machine does not support Activity ARN",
            "Make the state machine a Standard workflow, or call a function instead.",
            Examples.resource("arn:aws:states:us-east-1:111122223333:activity:pack")),
    EXPRESS_DISTRIBUTED_MAP(
            "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
            "Make the state machine a Standard workflow, or set \"Mode\": \"INLINE\".",
            Examples.distributed("")),
    STATE_NAME_TOO_LONG(
            "State name '%s' exceeds the 80-character limit allowed by the service",
            "Shorten it.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Next\": \""
                            + "B".repeat(81)
                            + "\" },\n    \""
                            + "B".repeat(81)
                            + "\": { \"Type\": \"Succeed\" }")),
    STATE_WITHOUT_NAME(
            "The state has no name",
            "Give it a name.",
            Examples.states(
                    "\"A\": { \"Type\": \"Pass\", \"Next\": \"\" },\n    \"\": { \"Type\": \"Succeed\" }")),
    LABEL_TOO_LONG(
            "Label '%s' exceeds the 40-character limit allowed by the service",
            "Shorten it.", Examples.distributed("\"Label\": \"" + "L".repeat(41) + "\",")),
    INVALID_LABEL(
            "Label '%s' contains invalid characters",
            "Use no white space, wildcards, brackets or other special characters.",
            Examples.distributed("\"Label\": \"all orders\",")),
    DUPLICATE_LABEL(
            "Duplicate Label name: %s",
            "Give each distributed Map a label of its own.",
            Examples.states(
                    label("A", "\"Next\": \"C\"") + ",\n    " + label("C", "\"End\": true"))),
    ITEM_READER_RESOURCE(
            "The field 'Resource' does not match any of the allowed values",
            "Write \"arn:aws:states:::s3:getObject\" or \"arn:aws:states:::s3:listObjectsV2\".",
            Examples.distributed(
                    "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:putObject\" },")),
    RESULT_WRITER_RESOURCE(
            "The field 'Resource' does not match any of the allowed values",
            "Write \"arn:aws:states:::s3:putObject\".",
            Examples.distributed(
                    "\"ResultWriter\": { \"Resource\": \"arn:aws:states:::s3:getObject\","
                            + " \"Parameters\": { \"Bucket\": \"results\" } },")),
    CSV_HEADER_LOCATION_MISSING(
            "The field 'CSVHeaderLocation' is required",
            "Add \"CSVHeaderLocation\": \"FIRST_ROW\", or \"GIVEN\" with \"CSVHeaders\".",
            Examples.distributed(
                    "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:getObject\","
                            + " \"ReaderConfig\": { \"InputType\": \"CSV\" } },"));

    private final String says;
    private final String remedy;
    private final String example;

    SchemaRule(String says, String remedy, String example) {
        this.says = says;
        this.remedy = remedy;
        this.example = example;
    }

    private static String label(String name, String next) {
        return "\"%s\": { \"Type\": \"Map\", \"Label\": \"orders\", %s, \"ItemProcessor\": {"
                        .formatted(name, next)
                + " \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" },"
                + " \"StartAt\": \"%1$s1\", \"States\": { \"%1$s1\": { \"Type\": \"Succeed\" } } } }"
                        .formatted(name);
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String code() {
        return switch (this) {
            case STATE_NAME_TOO_LONG, STATE_WITHOUT_NAME -> "INVALID_STATE_NAME";
            case LABEL_TOO_LONG, INVALID_LABEL -> "INVALID_LABEL_NAME";
            case DUPLICATE_LABEL -> "DUPLICATE_LABEL_NAME";
            default -> Problems.SCHEMA;
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

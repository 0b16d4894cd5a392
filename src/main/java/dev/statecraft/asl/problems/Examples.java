package dev.statecraft.asl.problems;

/** Makes the definitions that {@link Rule}s show, from the part that matters. */
final class Examples {
    static final String FUNCTION =
            "\"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:charge\"";

    private Examples() {}

    /** A machine of one state, {@code A}. */
    static String state(String fields) {
        return states("\"A\": { " + fields + " }");
    }

    static String states(String states) {
        return """
                {
                  "StartAt": "A",
                  "States": {
                    %s
                  }
                }"""
                .formatted(states);
    }

    static String pass(String fields) {
        return state("\"Type\": \"Pass\", " + fields + ", \"End\": true");
    }

    static String task(String fields) {
        return state("\"Type\": \"Task\", " + FUNCTION + ", " + fields + ", \"End\": true");
    }

    static String resource(String resource) {
        return state("\"Type\": \"Task\", \"Resource\": \"" + resource + "\", \"End\": true");
    }

    /** A Choice state with one rule, and where it leads. */
    static String choice(String rule) {
        return states(
                "\"A\": { \"Type\": \"Choice\", \"Choices\": [{ "
                        + rule
                        + " }], \"Default\": \"B\" },\n    \"B\": { \"Type\": \"Succeed\" }");
    }

    static String map(String fields, String config) {
        return state(
                "\"Type\": \"Map\", "
                        + fields
                        + "\n      \"ItemProcessor\": { "
                        + config
                        + "\"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Pass\", \"End\": true } } },\n      \"End\": true");
    }

    static String distributed(String fields) {
        return map(
                fields,
                "\"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }, ");
    }

    /** A machine that speaks JSONata, of one Pass state with this Output. */
    static String output(String expression) {
        return jsonata(
                "\"A\": { \"Type\": \"Pass\", \"Output\": " + expression + ", \"End\": true }");
    }

    static String jsonata(String states) {
        return """
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "A",
                  "States": {
                    %s
                  }
                }"""
                .formatted(states);
    }
}

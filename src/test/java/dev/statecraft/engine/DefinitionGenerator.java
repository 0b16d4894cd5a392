package dev.statecraft.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes valid definitions from a seed: all state types, both query languages, retries, catchers and variables. */
final class DefinitionGenerator {
    private static final int DEEPEST = 2;

    private final SplittableRandom random;
    private int names;

    DefinitionGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String definition() {
        boolean jsonata = random.nextBoolean();
        return "{%s\"TimeoutSeconds\": 100000, %s}"
                .formatted(jsonata ? "\"QueryLanguage\": \"JSONata\", " : "", states(jsonata, 0));
    }

    private String states(boolean jsonata, int depth) {
        int count = 1 + random.nextInt(4);
        List<String> own = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            own.add("S" + names++);
        }
        String last = "E" + names++;
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = i + 1 < count ? own.get(i + 1) : last;
            written.add("\"" + own.get(i) + "\": " + state(jsonata, next, last, depth));
        }
        written.add("\"" + last + "\": " + ending(jsonata));
        return "\"StartAt\": \"%s\", \"States\": {%s}"
                .formatted(own.getFirst(), String.join(", ", written));
    }

    private String ending(boolean jsonata) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"Type\": \"Fail\", \"Error\": \"Unlucky\", \"Cause\": \"The seed.\"}";
            case 1 -> pass(jsonata, "\"End\": true");
            default -> "{\"Type\": \"Succeed\"}";
        };
    }

    private String state(boolean jsonata, String next, String last, int depth) {
        String on = "\"Next\": \"" + next + "\"";
        int kind = random.nextInt(depth < DEEPEST ? 7 : 5);
        return switch (kind) {
            case 0, 1 -> pass(jsonata, on);
            case 2 ->
                    "{\"Type\": \"Wait\", \"Seconds\": %d, %s}".formatted(random.nextInt(1000), on);
            case 3 -> choice(jsonata, next, last);
            case 4 -> task(jsonata, on, last);
            case 5 -> parallel(jsonata, on, last, depth);
            default -> map(jsonata, on, last, depth);
        };
    }

    private String pass(boolean jsonata, String on) {
        if (jsonata) {
            String output =
                    switch (random.nextInt(4)) {
                        case 0 -> "{% $uuid() %}";
                        case 1 -> "{% $random() %}";
                        case 2 -> "{% {'at': $now(), 'n': $count($keys($states.context))} %}";
                        default -> "{% $states.context.State.EnteredTime %}";
                    };
            return "{\"Type\": \"Pass\", \"Assign\": {\"v%d\": \"%s\"}, \"Output\": {\"o\": \"%s\", \"before\": \"{%% $states.input %%}\"}, %s}"
                    .formatted(names++, output, output, on);
        }
        String value =
                switch (random.nextInt(4)) {
                    case 0 -> "States.UUID()";
                    case 1 -> "States.MathRandom(1, 1000000)";
                    case 2 -> "States.Format('{} at {}', $$.Execution.Name, $$.State.EnteredTime)";
                    default -> "$$.Execution.StartTime";
                };
        return "{\"Type\": \"Pass\", \"Parameters\": {\"o.$\": \"%s\", \"before.$\": \"$\"}, %s}"
                .formatted(value, on);
    }

    private String choice(boolean jsonata, String next, String last) {
        String rule =
                jsonata
                        ? "\"Condition\": \"{% $random() < 0.5 %}\""
                        : "\"Variable\": \"$.o\", \"IsPresent\": true";
        return "{\"Type\": \"Choice\", \"Choices\": [{%s, \"Next\": \"%s\"}], \"Default\": \"%s\"}"
                .formatted(rule, next, last);
    }

    private String task(boolean jsonata, String on, String last) {
        return "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"%s\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": %d, %s, %s}"
                .formatted(
                        jsonata ? "Arguments" : "Parameters",
                        1 + random.nextInt(30),
                        recovery(last),
                        on);
    }

    private String recovery(String last) {
        return "\"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": %d, \"MaxAttempts\": %d, \"JitterStrategy\": \"%s\"}], \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"%s\"}]"
                .formatted(
                        1 + random.nextInt(9),
                        random.nextInt(4),
                        random.nextBoolean() ? "FULL" : "NONE",
                        last);
    }

    private String parallel(boolean jsonata, String on, String last, int depth) {
        List<String> branches = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            branches.add("{" + states(jsonata, depth + 1) + "}");
        }
        return "{\"Type\": \"Parallel\", \"Branches\": [%s], %s, %s}"
                .formatted(String.join(", ", branches), recovery(last), on);
    }

    private String map(boolean jsonata, String on, String last, int depth) {
        String items =
                jsonata
                        ? "\"Items\": [1, 2, 3]"
                        : "\"Parameters\": {\"item.$\": \"$$.Map.Item.Value\"}, \"ItemsPath\": \"$$.Execution.Input.items\"";
        return "{\"Type\": \"Map\", %s, \"MaxConcurrency\": %d, \"ItemProcessor\": {%s}, %s, %s}"
                .formatted(
                        items, random.nextInt(3), states(jsonata, depth + 1), recovery(last), on);
    }
}

package dev.statecraft.asl.rules.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that Task states can call by {@code arn:aws:states:::service:action}.
 *
 * @param actions those it has, where the list is certain; empty if it is not
 * @param runsJobs true if {@code .sync} waits for the end of what is started
 * @param callsBack true if {@code .waitForTaskToken} is possible
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Optimized integrations, read 2026-11</a>
 */
public record Integration(Set<String> actions, boolean runsJobs, boolean callsBack) {
    private static final List<String> PATTERNS = List.of(".sync", ".sync:2", ".waitForTaskToken");

    private static final Map<String, Integration> ALL =
            Map.ofEntries(
                    Map.entry("lambda", of("invoke").withCallback()),
                    Map.entry("states", of("startExecution").withJobs().withCallback()),
                    Map.entry("ecs", of("runTask").withJobs().withCallback()),
                    Map.entry("eks", of().withJobs().withCallback()),
                    Map.entry("bedrock", of().withJobs().withCallback()),
                    Map.entry("bedrock-agentcore", of()),
                    Map.entry("sqs", of("sendMessage").withCallback()),
                    Map.entry("sns", of("publish").withCallback()),
                    Map.entry("events", of("putEvents").withCallback()),
                    Map.entry("apigateway", of("invoke").withCallback()),
                    Map.entry("dynamodb", of("getItem", "putItem", "updateItem", "deleteItem")),
                    Map.entry("batch", of("submitJob").withJobs()),
                    Map.entry("glue", of("startJobRun").withJobs()),
                    Map.entry("databrew", of("startJobRun").withJobs()),
                    Map.entry("athena", of().withJobs()),
                    Map.entry("sagemaker", of().withJobs()),
                    Map.entry("codebuild", of().withJobs()),
                    Map.entry("elasticmapreduce", of().withJobs()),
                    Map.entry("emr-containers", of().withJobs()),
                    Map.entry("emr-serverless", of().withJobs()),
                    Map.entry("mediaconvert", of("createJob").withJobs()),
                    Map.entry("http", of("invoke")));

    private static Integration of(String... actions) {
        return new Integration(Set.of(actions), false, false);
    }

    private Integration withJobs() {
        return new Integration(actions, true, callsBack);
    }

    private Integration withCallback() {
        return new Integration(actions, runsJobs, true);
    }

    static Optional<Integration> named(String service) {
        return Optional.ofNullable(ALL.get(service));
    }

    /** Resources of the integrations whose actions are known, with the patterns that each can follow. */
    public static List<String> resources() {
        List<String> resources = new ArrayList<>();
        ALL.forEach(
                (service, integration) ->
                        integration.actions.forEach(
                                action ->
                                        integration
                                                .patterns(action)
                                                .forEach(
                                                        pattern ->
                                                                resources.add(
                                                                        "arn:aws:states:::"
                                                                                + service
                                                                                + ":"
                                                                                + action
                                                                                + pattern))));
        return resources.stream().sorted().toList();
    }

    private List<String> patterns(String action) {
        List<String> patterns = new ArrayList<>(List.of(""));
        PATTERNS.stream().filter(it -> refusal(action + it).isEmpty()).forEach(patterns::add);
        return patterns;
    }

    /** Why the service would not recognise {@code service:action}, with a remedy; empty if it would. */
    static Optional<String> refusal(String service, String action) {
        Optional<Integration> found = named(service);
        if (found.isEmpty()) {
            return Optional.of(
                    "Step Functions has no integration of its own for \""
                            + service
                            + "\"; call its API through \"arn:aws:states:::aws-sdk:"
                            + service
                            + ":...\".");
        }
        return found.get().refusal(action).map(it -> it.formatted(service));
    }

    private Optional<String> refusal(String action) {
        String pattern = PATTERNS.stream().filter(action::endsWith).findFirst().orElse("");
        String plain = action.substring(0, action.length() - pattern.length());
        if (!actions.isEmpty() && !actions.contains(plain)) {
            return Optional.of(
                    "The integration of %s has "
                            + String.join(", ", actions.stream().sorted().toList())
                            + "; use \"arn:aws:states:::aws-sdk:...\" for other actions.");
        }
        return switch (pattern) {
            case ".sync" ->
                    runsJobs
                            ? Optional.empty()
                            : Optional.of(
                                    "The integration of %s cannot wait for a job: remove \".sync\".");
            case ".sync:2" ->
                    runsJobs && actions.contains("startExecution")
                            ? Optional.empty()
                            : Optional.of("Only states:startExecution has \".sync:2\", not %s.");
            case ".waitForTaskToken" ->
                    callsBack
                            ? Optional.empty()
                            : Optional.of(
                                    "The integration of %s cannot wait for a callback: remove \".waitForTaskToken\".");
            default -> Optional.empty();
        };
    }
}

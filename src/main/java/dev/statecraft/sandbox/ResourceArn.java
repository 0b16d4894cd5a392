package dev.statecraft.sandbox;

import java.util.Optional;

/**
 * What the {@code Resource} of a Task names.
 *
 * @param service such as {@code lambda}, {@code sqs} or {@code aws-sdk:s3}
 * @param action such as {@code invoke}; for a function's own ARN {@code invoke}, for an activity {@code poll}
 * @param pattern whether the task waits for more than the answer to the request
 * @param target the function or activity that the ARN itself names
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns, read
 *     2026-11</a>
 */
public record ResourceArn(String service, String action, Pattern pattern, Optional<String> target) {

    /** The service integration patterns. */
    public enum Pattern {
        REQUEST_RESPONSE,
        RUN_A_JOB,
        WAIT_FOR_TASK_TOKEN
    }

    public static ResourceArn parse(String resource) {
        String[] parts = resource.split(":");
        if (parts.length > 6 && parts[2].equals("lambda")) {
            return new ResourceArn(
                    "lambda", "invoke", Pattern.REQUEST_RESPONSE, Optional.of(parts[6]));
        }
        if (parts.length > 6 && parts[2].equals("states") && parts[5].equals("activity")) {
            return new ResourceArn(
                    "activity", "poll", Pattern.WAIT_FOR_TASK_TOKEN, Optional.of(parts[6]));
        }
        return integration(
                resource.substring(resource.indexOf(":::") < 0 ? 0 : resource.indexOf(":::") + 3));
    }

    private static ResourceArn integration(String named) {
        String name = named.endsWith(".sync:2") ? named.substring(0, named.length() - 2) : named;
        Pattern pattern = pattern(name);
        String plain =
                pattern == Pattern.REQUEST_RESPONSE
                        ? name
                        : name.substring(0, name.lastIndexOf('.'));
        int colon = plain.lastIndexOf(':');
        return new ResourceArn(
                colon < 0 ? "" : plain.substring(0, colon),
                plain.substring(colon + 1),
                pattern,
                Optional.empty());
    }

    private static Pattern pattern(String name) {
        if (name.endsWith(".waitForTaskToken")) {
            return Pattern.WAIT_FOR_TASK_TOKEN;
        }
        return name.endsWith(".sync") ? Pattern.RUN_A_JOB : Pattern.REQUEST_RESPONSE;
    }

    /** The name in an ARN or URL, or the name itself: {@code charge} for {@code arn:aws:lambda:us-east-1:1:function:charge}. */
    public static String nameIn(String arnOrName) {
        if (arnOrName.startsWith("arn:aws:lambda:")) {
            String[] parts = arnOrName.split(":");
            return parts.length > 6 ? parts[6] : arnOrName;
        }
        int cut = Math.max(arnOrName.lastIndexOf(':'), arnOrName.lastIndexOf('/'));
        return arnOrName.substring(cut + 1);
    }
}

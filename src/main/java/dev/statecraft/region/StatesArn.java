package dev.statecraft.region;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An ARN of Step Functions: {@code arn:aws:states:REGION:ACCOUNT:TYPE:NAME[:QUALIFIER...]}.
 *
 * @param type {@code stateMachine}, {@code execution}, {@code express}, {@code activity} or {@code mapRun}
 * @param rest the parts after the type
 */
public record StatesArn(String text, String account, String type, List<String> rest) {

    /** @throws ServiceError {@code InvalidArn} if {@code text} is no ARN of Step Functions */
    public static StatesArn parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || !parts[0].equals("arn")) {
            throw ServiceError.invalidArn("Invalid ARN prefix: " + text);
        }
        if (parts.length < 7
                || !parts[1].startsWith("aws")
                || !parts[2].equals("states")
                || parts[6].isEmpty()) {
            throw ServiceError.invalidArn("Invalid ARN: " + text);
        }
        return new StatesArn(
                text, parts[4], parts[5], List.of(Arrays.copyOfRange(parts, 6, parts.length)));
    }

    /** @throws ServiceError {@code InvalidArn} if {@code text} is not an ARN of one of these types */
    public static StatesArn parse(String text, String... types) {
        StatesArn arn = parse(text);
        if (!List.of(types).contains(arn.type)) {
            throw ServiceError.invalidArn("Resource type not valid in this context: " + arn.type);
        }
        return arn;
    }

    public String name() {
        return rest.getFirst();
    }

    /** A version's number or an alias's name. */
    public Optional<String> qualifier() {
        return rest.size() > 1 ? Optional.of(rest.get(1)) : Optional.empty();
    }

    /** The ARN of the state machine itself, without version or alias. */
    public String withoutQualifier() {
        return qualifier().isPresent()
                ? text.substring(0, text.length() - qualifier().get().length() - 1)
                : text;
    }
}

package dev.statecraft.query.intrinsics;

import static dev.statecraft.query.intrinsics.IntrinsicArguments.failure;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.shortText;
import static dev.statecraft.query.intrinsics.IntrinsicArguments.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.query.IntrinsicCall;
import dev.statecraft.query.Scope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The intrinsic functions on texts. */
final class TextFunctions {
    private static final Set<String> ALGORITHMS =
            Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private TextFunctions() {}

    static JsonNode base64Encode(List<JsonNode> arguments) {
        byte[] bytes = shortText(arguments, 0).getBytes(StandardCharsets.UTF_8);
        return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }

    static JsonNode base64Decode(List<JsonNode> arguments) {
        try {
            // What is no Base64 character is skipped (publicly reported, 2026).
            byte[] bytes = Base64.getMimeDecoder().decode(shortText(arguments, 0));
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw failure("The argument is not valid Base64.");
        }
    }

    static JsonNode hash(List<JsonNode> arguments) {
        String data =
                arguments.get(0).isTextual()
                        ? shortText(arguments, 0)
                        : arguments.get(0).toString();
        String algorithm = text(arguments, 1);
        if (!ALGORITHMS.contains(algorithm)) {
            throw failure(
                    "The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, but was: "
                            + algorithm);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm)
                            .digest(data.getBytes(StandardCharsets.UTF_8));
            return TextNode.valueOf(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    /** Every character of the second argument splits; empty parts are dropped. */
    static JsonNode split(List<JsonNode> arguments) {
        String text = text(arguments, 0);
        String splitters = text(arguments, 1);
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || splitters.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    static JsonNode uuid(Scope scope) {
        return TextNode.valueOf(scope.random().nextUuid().toString());
    }

    static JsonNode format(List<JsonNode> arguments) {
        String template = text(arguments, 0);
        StringBuilder formatted = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                formatted.append(template.charAt(++i));
            } else if (c == '{' && i + 1 < template.length() && template.charAt(i + 1) == '}') {
                if (next >= arguments.size()) {
                    throw failure("The template has more {} than there are arguments.");
                }
                formatted.append(shown(arguments.get(next++)));
                i++;
                if (formatted.length() > IntrinsicCall.MAX_BYTES) {
                    throw failure(
                            "The text is longer than "
                                    + IntrinsicCall.MAX_BYTES
                                    + " characters, the limit of this sandbox.");
                }
            } else if (c == '{' || c == '}') {
                throw failure(
                        "In the template, '"
                                + c
                                + "' has no partner: write {} for an argument, \\{ and \\} for braces.");
            } else {
                formatted.append(c);
            }
        }
        if (next < arguments.size()) {
            throw failure("There are more arguments than {} in the template.");
        }
        return TextNode.valueOf(formatted.toString());
    }

    /** Objects and arrays come out in Java's own notation (recorded 2023-06). */
    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + "=" + shown(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(TextFunctions::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.asText();
    }
}

package dev.statecraft.region;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies AWS's Signature Version 4.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *     request, read 2026-11</a>
 */
public final class Signature {
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256\\s+Credential=([^/,\\s]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request,\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    private Signature() {}

    /**
     * A request as it came over the wire.
     *
     * @param path still encoded
     * @param query still encoded, without the question mark; empty if there is none
     * @param header gives a header's value by name, or an empty text
     */
    public record Request(
            String method, String path, String query, UnaryOperator<String> header, byte[] body) {}

    /**
     * The account whose key signed the request.
     *
     * @throws ServiceError in AWS's words if the signature is missing, old or wrong
     */
    public static String accountOf(Request request, AccessKeys keys, Instant now) {
        String given = request.header.apply("Authorization");
        if (given.isEmpty()) {
            throw new ServiceError(
                    "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        Matcher parts = AUTHORIZATION.matcher(given);
        if (!parts.matches()) {
            throw new ServiceError(
                    "IncompleteSignatureException",
                    "The Authorization header is not a complete signature of version 4.");
        }
        AccessKeys.AccessKey key =
                keys.named(parts.group(1))
                        .orElseThrow(
                                () ->
                                        new ServiceError(
                                                "UnrecognizedClientException",
                                                "The security token included in the request is invalid."));
        String time = request.header.apply("X-Amz-Date");
        if (isFar(time, now) || !time.startsWith(parts.group(2))) {
            throw new ServiceError(
                    "InvalidSignatureException",
                    "Signature expired: "
                            + time
                            + " is not within 15 minutes of the server's time.");
        }
        String scope =
                parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/aws4_request";
        List<String> signed = Arrays.asList(parts.group(5).split(";"));
        String toSign =
                "AWS4-HMAC-SHA256\n"
                        + time
                        + "\n"
                        + scope
                        + "\n"
                        + sha256(canonical(request, signed));
        byte[] derived = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part :
                List.of(parts.group(2), parts.group(3), parts.group(4), "aws4_request")) {
            derived = AccessKeys.hmac(derived, part);
        }
        String expected = HexFormat.of().formatHex(AccessKeys.hmac(derived, toSign));
        if (!AccessKeys.same(expected, parts.group(6)) || !signed.contains("host")) {
            throw new ServiceError(
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key"
                            + " and signing method.");
        }
        return key.accountId();
    }

    private static boolean isFar(String time, Instant now) {
        try {
            Instant when = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
            return Duration.between(when, now).abs().compareTo(TOLERANCE) > 0;
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private static String canonical(Request request, List<String> signed) {
        StringBuilder headers = new StringBuilder();
        for (String name : signed) {
            headers.append(name)
                    .append(':')
                    .append(request.header.apply(name).strip().replaceAll(" +", " "))
                    .append('\n');
        }
        String given = request.header.apply("x-amz-content-sha256");
        // S3 clients say what they signed in place of the body; its other forms name no body at
        // all.
        String payload = given.isEmpty() ? sha256(request.body) : given;
        if (given.matches("[0-9a-f]{64}") && !given.equals(sha256(request.body))) {
            throw new ServiceError(
                    "InvalidSignatureException",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        return request.method
                + "\n"
                + canonicalPath(request)
                + "\n"
                + canonicalQuery(request.query)
                + "\n"
                + headers
                + "\n"
                + String.join(";", signed)
                + "\n"
                + payload;
    }

    /** Every service but S3 encodes the path once more. */
    private static String canonicalPath(Request request) {
        if (request.path.isEmpty()) {
            return "/";
        }
        return request.path.startsWith("/aws/s3") ? request.path : request.path.replace("%", "%25");
    }

    private static String canonicalQuery(String query) {
        if (query.isEmpty()) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&")) {
            int mark = pair.indexOf('=');
            String name = mark < 0 ? pair : pair.substring(0, mark);
            String value = mark < 0 ? "" : pair.substring(mark + 1);
            pairs.add(encoded(name) + "=" + encoded(value));
        }
        Collections.sort(pairs);
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        String plain;
        try {
            plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            plain = text;
        }
        return URLEncoder.encode(plain, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

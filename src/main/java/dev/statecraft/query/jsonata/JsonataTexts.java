package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions on texts that the service adds, or that must be bounded. */
final class JsonataTexts {
    private static final Set<String> ALGORITHMS =
            Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private JsonataTexts() {}

    static @Nullable Object pad(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        Optional<Number> width = JsonataFunctions.number(arguments, 1);
        if (text.isEmpty() || width.isEmpty()) {
            return null;
        }
        long wanted = Math.abs(width.get().longValue());
        if (wanted > JsonataFunctions.MAX_TEXT) {
            throw JsonataFunctions.tooLarge();
        }
        String filler = JsonataFunctions.text(arguments, 2).filter(it -> !it.isEmpty()).orElse(" ");
        int missing = (int) wanted - text.get().codePointCount(0, text.get().length());
        StringBuilder padding = new StringBuilder();
        int[] characters = filler.codePoints().toArray();
        for (int i = 0; i < missing; i++) {
            padding.appendCodePoint(characters[i % characters.length]);
        }
        return width.get().longValue() < 0 ? padding + text.get() : text.get() + padding;
    }

    static @Nullable Object join(List<?> arguments) {
        if (arguments.getFirst() == null) {
            return null;
        }
        List<?> parts =
                arguments.getFirst() instanceof List<?> list ? list : List.of(arguments.getFirst());
        String separator = JsonataFunctions.text(arguments, 1).orElse("");
        var joined = new BoundedText();
        for (int i = 0; i < parts.size(); i++) {
            joined.append(i == 0 ? "" : separator).append(String.valueOf(parts.get(i)));
        }
        return joined.toString();
    }

    static @Nullable Object contains(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        if (text.isEmpty() || arguments.get(1) == null) {
            return null;
        }
        return arguments.get(1) instanceof java.util.regex.Pattern pattern
                ? JsonataRegex.of(pattern, text.get()).matcher(text.get()).find()
                : text.get().contains(String.valueOf(arguments.get(1)));
    }

    static @Nullable Object match(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        if (text.isEmpty() || !(arguments.get(1) instanceof java.util.regex.Pattern pattern)) {
            return null;
        }
        int limit =
                JsonataFunctions.number(arguments, 2)
                        .map(Number::intValue)
                        .orElse(Integer.MAX_VALUE);
        Utils.JList<Object> matches = new Utils.JList<>();
        matches.sequence = true;
        var matcher = JsonataRegex.of(pattern, text.get()).matcher(text.get());
        while (matches.size() < limit && matcher.find()) {
            matches.add(JsonataMatch.of(matcher));
        }
        return matches.isEmpty() ? null : matches.size() == 1 ? matches.getFirst() : matches;
    }

    static @Nullable Object split(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        if (text.isEmpty() || arguments.get(1) == null) {
            return null;
        }
        Optional<Number> limit = JsonataFunctions.number(arguments, 2);
        if (limit.filter(it -> it.doubleValue() < 0).isPresent()) {
            throw JsonataFunctions.stopped("the limit of $split must not be negative");
        }
        List<Object> parts = new Utils.JList<>();
        if (arguments.get(1) instanceof java.util.regex.Pattern pattern) {
            JsonataMatch.split(text.get(), JsonataRegex.of(pattern, text.get()), parts);
        } else {
            JsonataMatch.split(text.get(), String.valueOf(arguments.get(1)), parts);
        }
        int most = limit.map(it -> (int) Math.floor(it.doubleValue())).orElse(Integer.MAX_VALUE);
        return parts.size() <= most ? parts : new Utils.JList<>(parts.subList(0, most));
    }

    static @Nullable Object replace(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        if (text.isEmpty() || arguments.get(1) == null || arguments.get(2) == null) {
            return null;
        }
        int limit =
                JsonataFunctions.number(arguments, 3)
                        .map(Number::intValue)
                        .orElse(Integer.MAX_VALUE);
        if (limit < 0) {
            throw JsonataFunctions.stopped("the limit of $replace must not be negative");
        }
        if (arguments.get(1) instanceof java.util.regex.Pattern pattern) {
            return JsonataMatch.replace(
                    text.get(), JsonataRegex.of(pattern, text.get()), arguments.get(2), limit);
        }
        String wanted = String.valueOf(arguments.get(1));
        if (wanted.isEmpty()) {
            throw JsonataFunctions.stopped("the pattern of $replace must not be empty");
        }
        return JsonataMatch.replace(text.get(), wanted, String.valueOf(arguments.get(2)), limit);
    }

    /** Measures the value before the library writes it: shared parts may unfold to more than there is room for. */
    static @Nullable Object string(List<?> arguments) {
        Object value = arguments.getFirst();
        if (value == null || value instanceof String) {
            return value;
        }
        JsonataValues.toJson(value);
        boolean pretty = arguments.size() > 1 && Boolean.TRUE.equals(arguments.get(1));
        return value instanceof Double number && isWritten(number)
                ? BigDecimal.valueOf(number).toBigInteger().toString()
                : Functions.string(value, pretty);
    }

    /** Whole numbers below 1e21 are written out in full, larger ones with an exponent. */
    private static boolean isWritten(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e21;
    }

    static @Nullable Object hash(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        Optional<String> algorithm = JsonataFunctions.text(arguments, 1);
        if (text.isEmpty() || algorithm.isEmpty()) {
            return null;
        }
        if (!ALGORITHMS.contains(algorithm.get())) {
            throw JsonataFunctions.stopped(
                    "$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not " + algorithm.get());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm.get())
                            .digest(text.get().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm.get(), e);
        }
    }

    static @Nullable Object parse(List<?> arguments) {
        Optional<String> text = JsonataFunctions.text(arguments, 0);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var json = READER.readTree(text.get());
            return json.isMissingNode() ? Jsonata.NULL_VALUE : JsonataValues.view(json);
        } catch (JsonProcessingException e) {
            throw JsonataFunctions.stopped(
                    "$parse was given a text that is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A text that stops growing at the service's bound. */
    static final class BoundedText {
        private final StringBuilder text = new StringBuilder();

        BoundedText append(CharSequence more) {
            if ((long) text.length() + more.length() > JsonataFunctions.MAX_TEXT) {
                throw JsonataFunctions.tooLarge();
            }
            text.append(more);
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

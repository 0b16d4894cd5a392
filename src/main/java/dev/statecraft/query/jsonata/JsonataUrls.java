package dev.statecraft.query.jsonata;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Web addresses, escaped and read as JavaScript does, on whose functions JSONata is built; the library's own escape them as forms do.
 *
 * @see <a href="https://docs.jsonata.org/string-functions#encodeurl">JSONata documentation</a>
 */
final class JsonataUrls {
    private static final String UNRESERVED = "-_.!~*'()";

    /** What has a meaning in an address, and is left alone in a whole one. */
    private static final String RESERVED = ";/?:@&=+$,#";

    private JsonataUrls() {}

    static @Nullable Object encodeUrl(List<?> arguments) {
        return JsonataFunctions.text(arguments, 0)
                .map(text -> encoded(text, UNRESERVED + RESERVED, "encodeUrl"))
                .orElse(null);
    }

    static @Nullable Object encodeUrlComponent(List<?> arguments) {
        return JsonataFunctions.text(arguments, 0)
                .map(text -> encoded(text, UNRESERVED, "encodeUrlComponent"))
                .orElse(null);
    }

    static @Nullable Object decodeUrl(List<?> arguments) {
        return JsonataFunctions.text(arguments, 0)
                .map(text -> decoded(text, RESERVED, "decodeUrl"))
                .orElse(null);
    }

    static @Nullable Object decodeUrlComponent(List<?> arguments) {
        return JsonataFunctions.text(arguments, 0)
                .map(text -> decoded(text, "", "decodeUrlComponent"))
                .orElse(null);
    }

    private static String encoded(String text, String kept, String function) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80 && (isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw malformed(function, text);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(b));
                }
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String decoded(String text, String left, String function) {
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '%') {
                decoded.append(text.charAt(i++));
                continue;
            }
            int first = byteAt(text, i, function);
            int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
            byte[] bytes = new byte[length];
            for (int k = 0; k < length; k++) {
                bytes[k] = (byte) byteAt(text, i + 3 * k, function);
            }
            String character = read(bytes, function, text);
            decoded.append(
                    left.contains(character) ? text.substring(i, i + 3 * length) : character);
            i += 3 * length;
        }
        return decoded.toString();
    }

    private static int byteAt(String text, int at, String function) {
        if (at + 2 >= text.length() || text.charAt(at) != '%') {
            throw malformed(function, text);
        }
        try {
            return Integer.parseInt(text.substring(at + 1, at + 3).toLowerCase(Locale.ROOT), 16);
        } catch (NumberFormatException e) {
            throw malformed(function, text);
        }
    }

    private static String read(byte[] bytes, String function, String text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw malformed(function, text);
        }
    }

    private static RuntimeException malformed(String function, String text) {
        return JsonataFunctions.failure(
                "Malformed URL passed to $" + function + "(): \"" + text + "\"");
    }
}

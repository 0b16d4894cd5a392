package dev.statecraft.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of an upload that SDKs send in chunks ({@code aws-chunked}): each a line {@code SIZE;chunk-signature=...} and that many
 * bytes, ended by a chunk of size 0.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature for chunked uploads, read
 *     2026-11</a>
 */
final class ChunkedBody {
    private static final int LINE_END = 2;

    private ChunkedBody() {}

    /** The content; what does not have that form is cut off where it ends to have it. */
    static byte[] decoded(byte[] body) {
        var content = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int end = endOfLine(body, at);
            int size =
                    end < 0 ? 0 : size(new String(body, at, end - at, StandardCharsets.US_ASCII));
            int start = end + LINE_END;
            if (size <= 0 || start + size > body.length) {
                return content.toByteArray();
            }
            content.write(body, start, size);
            at = start + size + LINE_END;
        }
    }

    private static int endOfLine(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int size(String line) {
        int end = line.indexOf(';');
        try {
            return Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}

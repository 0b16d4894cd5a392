package dev.statecraft.web.editor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A text that is served often: compressed once, as far as it goes, and not for each visitor.
 *
 * @param digest changes with the text
 */
record Packed(String text, byte[] gzip, String digest) {

    static Packed of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Packed(text, gzip(bytes), digest(bytes));
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip =
                new GZIPOutputStream(packed) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written", e);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

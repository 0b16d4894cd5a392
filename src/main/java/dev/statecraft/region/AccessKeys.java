package dev.statecraft.region;

import dev.statecraft.sandbox.Account;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Account ids and access keys of the people on this server. Nothing is stored for them: an account id follows from who the learner
 * is, and a secret key from the account id and the server's own secret.
 */
@ApplicationScoped
public class AccessKeys {
    private static final Pattern KEY_ID = Pattern.compile("STATECRAFT(\\d{12})");
    private static final int SECRET_BYTES = 32;

    private final boolean shared;
    private final byte[] secret;

    /** @param id such as {@code STATECRAFT123456789012} */
    public record AccessKey(String accountId, String id, String secret) {}

    /**
     * @param shared whether several people use this server, so that each needs an account and requests must be signed
     * @param folder where the server keeps its data, and its secret
     */
    AccessKeys(
            @ConfigProperty(name = "statecraft.shared", defaultValue = "false") boolean shared,
            @ConfigProperty(name = "statecraft.data.dir") String folder) {
        this.shared = shared;
        this.secret = shared ? secret(Path.of(folder).resolve("access-key.secret")) : new byte[1];
    }

    private static byte[] secret(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.write(file, fresh);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be used: " + file, e);
        }
    }

    /** Whether requests must be signed. */
    public boolean areRequired() {
        return shared;
    }

    /**
     * The key of a learner; the same each time.
     *
     * @param learner whatever names the learner; it cannot be found out from the key
     */
    public AccessKey of(String learner) {
        if (!shared) {
            return new AccessKey(Account.ID, "any", "any");
        }
        byte[] digest = mac("account:" + learner);
        long number = Math.floorMod(java.nio.ByteBuffer.wrap(digest).getLong(), 1_000_000_000_000L);
        return ofAccount(String.format(java.util.Locale.ROOT, "%012d", number));
    }

    private AccessKey ofAccount(String accountId) {
        String id = "STATECRAFT" + accountId;
        return new AccessKey(
                accountId, id, HexFormat.of().formatHex(mac("key:" + id)).substring(0, 40));
    }

    /** The key of that id; empty if this server gives out no such key. */
    public Optional<AccessKey> named(String keyId) {
        Matcher matcher = KEY_ID.matcher(keyId);
        return matcher.matches() ? Optional.of(ofAccount(matcher.group(1))) : Optional.empty();
    }

    private byte[] mac(String text) {
        return hmac(secret, text);
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Compares without telling by time how much is equal. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

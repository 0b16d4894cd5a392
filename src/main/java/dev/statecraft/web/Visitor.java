package dev.statecraft.web;

import jakarta.enterprise.context.RequestScoped;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Who is looking: a random id in a cookie, made on the first visit. No name, no address. */
@RequestScoped
public class Visitor {
    private static final SecureRandom RANDOM = new SecureRandom();

    private String id = "";
    private boolean isNew;

    public static String randomId() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void recognise(String cookie) {
        id = cookie;
        isNew = false;
    }

    void welcome() {
        id = randomId();
        isNew = true;
    }

    /** Goes on as a learner who was on another device; the cookie follows. */
    public void become(String learner) {
        id = learner;
        isNew = true;
    }

    public String id() {
        return id;
    }

    boolean isNew() {
        return isNew;
    }

    /** Proves that a form came from a page of ours: another site cannot read the cookie that it is made of. */
    public String formToken() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("form:" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

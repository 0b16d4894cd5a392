package dev.statecraft.web.practice;

import dev.statecraft.learning.DeviceCode;
import dev.statecraft.learning.LearnerArchive;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What a learner has reached, and what is kept about them. */
@Path("/progress")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Progress {
    private static final Duration CODE_LIFE = Duration.ofMinutes(15);
    private static final int CODE_LENGTH = 12;

    /** No letters or digits that look alike. */
    private static final String CODE_SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject ProgressReport reports;

    @Inject LearnerArchive archive;

    @Inject SittingStore sittings;

    record progress(
            ProgressReport.Shown page, String note, String problem, String code, String token)
            implements TemplateInstance {}

    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("done") String done) {
        String note =
                switch (String.valueOf(done)) {
                    case "import" -> "The file was brought in; everything is as it was exported.";
                    case "delete" -> "Everything that was kept about you is deleted.";
                    case "device" -> "This device now shows the same learner as the other one.";
                    default -> "";
                };
        return page(note, "", "");
    }

    private TemplateInstance page(String note, String problem, String code) {
        return new progress(reports.of(visitor.id()), note, problem, code, visitor.formToken());
    }

    /** All that is kept about the learner, as one file. */
    @GET
    @Path("/export.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        return Response.ok(archive.export(visitor.id()))
                .header("Content-Disposition", "attachment; filename=\"statecraft-progress.json\"")
                .build();
    }

    /** Replaces what is kept by what an exported file holds. */
    @POST
    @Path("/imports")
    public Response bringIn(
            @FormParam("archive") String text, @FormParam("token") String formToken) {
        token.check(formToken);
        try {
            archive.replace(visitor.id(), String.valueOf(text));
        } catch (LearnerArchive.Unreadable e) {
            return refused(e.getMessage());
        }
        return to("/progress?done=import");
    }

    /** @param confirmed must be {@code yes}, so that a slip deletes nothing */
    @POST
    @Path("/deletions")
    public Response delete(
            @FormParam("confirmed") String confirmed, @FormParam("token") String formToken) {
        token.check(formToken);
        if (!"yes".equals(confirmed)) {
            return refused("Tick the box to delete everything. Nothing was deleted.");
        }
        archive.delete(visitor.id());
        return to("/progress?done=delete");
    }

    /** Makes a code that lets another device go on as this learner. */
    @POST
    @Path("/codes")
    @Transactional
    public TemplateInstance code(@FormParam("token") String formToken) {
        token.check(formToken);
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(CODE_SIGNS.charAt(RANDOM.nextInt(CODE_SIGNS.length())));
        }
        var kept = new DeviceCode();
        kept.digest = digest(code.toString());
        kept.learner = visitor.id();
        kept.expiresAt = sittings.now().plus(CODE_LIFE).toString();
        kept.persist();
        return page("", "", code.toString());
    }

    /** Makes this device go on as the learner who made the code. */
    @POST
    @Path("/devices")
    @Transactional
    public Response device(@FormParam("code") String code, @FormParam("token") String formToken) {
        token.check(formToken);
        Optional<String> learner = DeviceCode.redeem(digest(String.valueOf(code)), sittings.now());
        if (learner.isEmpty()) {
            return refused(
                    "This code is not known, was used before, or is older than 15 minutes. Make a new one on the other device.");
        }
        visitor.become(learner.get());
        return to("/progress?done=device");
    }

    private Response refused(String problem) {
        return Response.status(422)
                .type("text/html;charset=UTF-8")
                .entity(page("", String.valueOf(problem), "").render())
                .build();
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static String digest(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

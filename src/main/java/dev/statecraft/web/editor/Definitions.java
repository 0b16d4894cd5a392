package dev.statecraft.web.editor;

import dev.statecraft.learning.Draft;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.runs.RunStore;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says what a definition looks like and what is wrong with it, while somebody types. */
@Path("/definitions")
@Blocking
public class Definitions {
    @Inject Visitor visitor;

    @Inject FormToken token;

    @Inject RunStore runs;

    record check(Checked checked) implements TemplateInstance {}

    /** The diagnostics and the graph of {@code definition}, as a fragment; what was typed is kept as a draft of {@code place}. */
    @POST
    @Path("/checks")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance check(
            @FormParam("definition") String definition,
            @FormParam("place") String place,
            @FormParam("token") String formToken) {
        token.check(formToken);
        String text = definition == null ? "" : definition;
        if (place != null && place.matches("[a-z0-9-]{1,64}") && text.length() <= MAX_DRAFT) {
            Draft.save(visitor.id(), place, text, runs.now());
        }
        return new check(Checked.of(text));
    }

    private static final int MAX_DRAFT = 1_048_576;
}

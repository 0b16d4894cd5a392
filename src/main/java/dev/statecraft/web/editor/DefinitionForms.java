package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.design.StateForm;
import dev.statecraft.editing.design.StateForms;
import dev.statecraft.web.FormToken;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows what can be changed about one state of a definition. */
@Path("/definitions/forms")
@Blocking
public class DefinitionForms {
    @Inject FormToken token;

    record form(StateForm form) implements TemplateInstance {}

    @POST
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(
            @FormParam("definition") String definition,
            @FormParam("state") String state,
            @FormParam("token") String formToken) {
        token.check(formToken);
        if (definition == null || state == null || definition.length() > AslParser.MAX_BYTES) {
            throw new NotFoundException("There is no such state.");
        }
        return StateForms.of(definition.replace("\r\n", "\n"), state)
                .map(form::new)
                .orElseThrow(() -> new NotFoundException("There is no such state."));
    }
}

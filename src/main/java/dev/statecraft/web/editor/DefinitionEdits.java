package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;
import dev.statecraft.editing.design.DrawingBoard;
import dev.statecraft.editing.design.Operation;
import dev.statecraft.web.FormToken;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Optional;

/**
 * Does what somebody did in the designer to the text of a definition, as edits that the page applies: so text and picture have
 * one history to undo.
 */
@Path("/definitions/edits")
@Blocking
public class DefinitionEdits {
    @Inject FormToken token;

    /**
     * @param select the state to select
     * @param at where its name stands in the new text; -1 if there is none
     */
    public record Edits(List<TextEdit> edits, String select, int at) {}

    public record Refusal(String problem) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response edit(MultivaluedMap<String, String> form) {
        token.check(form.getFirst("token"));
        String text =
                Optional.ofNullable(form.getFirst("definition")).orElse("").replace("\r\n", "\n");
        Optional<Operation> operation = DesignerForm.of(form);
        if (operation.isEmpty() || text.length() > AslParser.MAX_BYTES) {
            return refused("This cannot be done. Reload the page and try again.");
        }
        return switch (DrawingBoard.of(text).perform(operation.get())) {
            case Change.Done done -> Response.ok(edits(text, done)).build();
            case Change.Refused refused -> refused(refused.problem());
        };
    }

    private static Edits edits(String text, Change.Done done) {
        String changed = TextEdit.apply(text, done.edits());
        var position = AslParser.parse(changed).statePositions().get(done.select());
        return new Edits(done.edits(), done.select(), position == null ? -1 : position.offset());
    }

    private static Response refused(String problem) {
        return Response.status(422).entity(new Refusal(problem)).build();
    }
}

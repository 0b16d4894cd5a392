package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.TextEdit;
import dev.statecraft.editing.design.Change;
import dev.statecraft.editing.design.DrawingBoard;
import dev.statecraft.editing.design.Operation;
import dev.statecraft.editing.mending.Mends;
import dev.statecraft.editing.mending.NamedState;
import dev.statecraft.editing.mending.Rewriting;
import dev.statecraft.web.FormToken;

import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Optional;

/** Changes that an editor asks for: quick fixes, another name for a state, another form of the whole text. */
@Path("/definitions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class Mendings {
    @Inject FormToken token;

    /**
     * @param problem why it cannot be done; empty if it can
     * @param at where the state to select stands in the new text; -1 if there is none
     */
    public record Option(
            String title, List<TextEdit> edits, String select, int at, String problem) {}

    public record Answer(List<TextEdit> edits, String select, int at) {}

    public record Problem(String problem) {}

    public record Name(String state) {}

    /** What can be done where the cursor stands. */
    @POST
    @Path("/mendings")
    public List<Option> mendings(@BeanParam Completions.Cursor cursor) {
        token.check(cursor.token);
        String text = cursor.text();
        return new Mends(text, AslParser.parse(text))
                .at(cursor.at).stream()
                        .map(
                                it ->
                                        switch (it.change().get()) {
                                            case Change.Done done ->
                                                    new Option(
                                                            it.title(),
                                                            done.edits(),
                                                            done.select(),
                                                            at(text, done),
                                                            "");
                                            case Change.Refused refused ->
                                                    new Option(
                                                            it.title(),
                                                            List.of(),
                                                            "",
                                                            -1,
                                                            refused.problem());
                                        })
                        .toList();
    }

    /** The state that the cursor means; with a {@code name}, the edits that give it that name everywhere. */
    @POST
    @Path("/names")
    public Response rename(@BeanParam Completions.Cursor cursor, @FormParam("name") String name) {
        token.check(cursor.token);
        String text = cursor.text();
        Optional<String> state = NamedState.at(text, cursor.at);
        if (state.isEmpty()) {
            return refused("Put the cursor into a state, or on the name of one.");
        }
        return name == null
                ? Response.ok(new Name(state.get())).build()
                : answer(
                        text,
                        DrawingBoard.of(text).perform(new Operation.Rename(state.get(), name)));
    }

    @POST
    @Path("/formats")
    public Response format(@BeanParam Completions.Cursor cursor) {
        token.check(cursor.token);
        return answer(cursor.text(), Rewriting.formatted(cursor.text()));
    }

    @POST
    @Path("/notations")
    public Response convert(@BeanParam Completions.Cursor cursor) {
        token.check(cursor.token);
        return answer(cursor.text(), Rewriting.converted(cursor.text()));
    }

    private static Response answer(String text, Change change) {
        return switch (change) {
            case Change.Done done ->
                    Response.ok(new Answer(done.edits(), done.select(), at(text, done))).build();
            case Change.Refused refused -> refused(refused.problem());
        };
    }

    private static int at(String text, Change.Done done) {
        if (done.select().isEmpty()) {
            return -1;
        }
        var position =
                AslParser.parse(TextEdit.apply(text, done.edits()))
                        .statePositions()
                        .get(done.select());
        return position == null ? -1 : position.offset();
    }

    private static Response refused(String problem) {
        return Response.status(422).entity(new Problem(problem)).build();
    }
}

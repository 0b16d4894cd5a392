package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.editing.Completion;
import dev.statecraft.editing.Explanation;
import dev.statecraft.editing.Suggestion.Suggestions;
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

/** Tells an editor what can be written at the cursor, and what the word under the pointer means. */
@Path("/definitions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class Completions {
    @Inject FormToken token;

    @Inject EditorWords words;

    /** A text with a place in it. */
    public static class Cursor {
        @FormParam("definition")
        String definition;

        /** Offset in UTF-16 code units. */
        @FormParam("at")
        int at;

        @FormParam("place")
        String place;

        @FormParam("world")
        String world;

        @FormParam("token")
        String token;

        String text() {
            return definition == null || definition.length() > AslParser.MAX_BYTES
                    ? ""
                    : definition;
        }
    }

    @POST
    @Path("/completions")
    public Suggestions complete(@BeanParam Cursor cursor) {
        token.check(cursor.token);
        return Completion.at(cursor.text(), cursor.at, words.of(cursor.place, cursor.world));
    }

    /** Empty where there is nothing to say. */
    @POST
    @Path("/explanations")
    public Response explain(@BeanParam Cursor cursor) {
        token.check(cursor.token);
        return Explanation.at(cursor.text(), cursor.at, words.of(cursor.place, cursor.world))
                .map(Response::ok)
                .orElseGet(Response::noContent)
                .build();
    }
}

package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A path that names exactly one place and can write there: no filters, wildcards, slices or unions. */
public final class ReferencePath {
    private final String text;

    private ReferencePath(String text) {
        this.text = text;
    }

    /** @throws InvalidExpression if {@code text} may match several places or none */
    public static ReferencePath compile(String text) {
        return new ReferencePath(text);
    }

    /**
     * A copy of {@code root} with {@code value} at this path; what is not on the path is shared with {@code root}.
     *
     * @throws QueryFailure {@code States.ResultPathMatchFailure} where the path does not fit {@code root}
     */
    public JsonNode write(JsonNode root, JsonNode value) {
        throw new UnsupportedOperationException("ReferencePath.write");
    }

    public boolean isRoot() {
        return text.equals("$");
    }

    public String text() {
        return text;
    }
}

package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A compiled path that reads: {@code $.a[0]} from the input, {@code $$.State.Name} from the Context object, {@code $name.a} from a variable. */
public final class JsonPath implements Expression {
    private final String text;

    private JsonPath(String text) {
        this.text = text;
    }

    /** @throws InvalidExpression if {@code text} is not a path that the service accepts */
    public static JsonPath compile(String text) {
        return new JsonPath(text);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        throw new UnsupportedOperationException("JsonPath.evaluate");
    }

    /** True for the path {@code $}. */
    public boolean isRoot() {
        return text.equals("$");
    }

    public String text() {
        return text;
    }
}

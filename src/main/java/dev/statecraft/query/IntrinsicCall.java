package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A call of an intrinsic function such as {@code States.Format('Hi {}', $.name)}, with its arguments compiled. */
public final class IntrinsicCall implements Expression {
    private final String text;

    private IntrinsicCall(String text) {
        this.text = text;
    }

    /** @throws InvalidExpression if the function is unknown, or its arguments cannot be read */
    public static IntrinsicCall compile(String text) {
        return new IntrinsicCall(text);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        throw new UnsupportedOperationException("IntrinsicCall.evaluate " + text);
    }

    public String text() {
        return text;
    }
}

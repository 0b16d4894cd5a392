package dev.statecraft.query;

import java.util.Optional;

/** The text of a path, template or JSONata expression that cannot be compiled; the parser turns it into a Diagnostic. */
public final class InvalidExpression extends RuntimeException {
    private final Kind kind;
    private final String remedy;
    private final int at;

    /** What keeps an expression from being compiled. */
    public enum Kind {
        /** It is not written in its language. */
        NOT_PARSED,
        /** It uses what no state machine may use. */
        NOT_ALLOWED,
        /** JSONata that is not between {@code {%} and {@code %}}. */
        NOT_DELIMITED
    }

    /**
     * @param message what is wrong, in the service's wording where it has one
     * @param remedy how to mend it, in our words
     */
    public InvalidExpression(String message, String remedy) {
        this(Kind.NOT_ALLOWED, message, remedy, -1);
    }

    public InvalidExpression(Kind kind, String message, String remedy, int at) {
        super(message, null, false, false);
        this.kind = kind;
        this.remedy = remedy;
        this.at = at;
    }

    /** The same fault in a text that has {@code characters} more at its beginning. */
    InvalidExpression shifted(int characters) {
        return new InvalidExpression(
                kind, String.valueOf(getMessage()), remedy, at < 0 ? at : at + characters);
    }

    public Kind kind() {
        return kind;
    }

    /** Where in the text it is wrong, from 0, if that is known. */
    public Optional<Integer> at() {
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    public String remedy() {
        return remedy;
    }
}

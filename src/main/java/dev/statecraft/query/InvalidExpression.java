package dev.statecraft.query;

/** The text of a path, template or JSONata expression that cannot be compiled; the parser turns it into a Diagnostic. */
public final class InvalidExpression extends RuntimeException {
    private final String remedy;

    /**
     * @param message what is wrong, in the service's wording where it has one
     * @param remedy how to mend it, in our words
     */
    public InvalidExpression(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}

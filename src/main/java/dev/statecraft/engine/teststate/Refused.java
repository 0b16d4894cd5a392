package dev.statecraft.engine.teststate;

/** The service would refuse the request; ends its examination at once and becomes the answer. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TestStateAnswer.Refusal refusal;

    private Refused(TestStateAnswer.Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    TestStateAnswer.Refusal refusal() {
        return refusal;
    }

    static Refused validation(String message) {
        return new Refused(new TestStateAnswer.Refusal("ValidationException", message));
    }

    static Refused definition(String message) {
        return new Refused(new TestStateAnswer.Refusal("InvalidDefinition", message));
    }

    static Refused input(String message) {
        return new Refused(
                new TestStateAnswer.Refusal(
                        "InvalidExecutionInput",
                        "Invalid State Machine Execution Input: '" + message + "'"));
    }
}

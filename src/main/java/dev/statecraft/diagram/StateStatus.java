package dev.statecraft.diagram;

/** How a state stands in an execution. Each status has its own shape, word and colour. */
public enum StateStatus {
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CAUGHT("failed, caught"),
    WAITING("waiting"),
    RUNNING("running"),
    ABORTED("stopped");

    private final String words;

    StateStatus(String words) {
        this.words = words;
    }

    /** As it is read out: "failed, caught". */
    public String words() {
        return words;
    }

    /** As the stylesheet knows it: {@code is-succeeded}. */
    public String cssClass() {
        return switch (this) {
            case SUCCEEDED -> "is-succeeded";
            case FAILED -> "is-failed";
            case CAUGHT -> "is-caught";
            case WAITING -> "is-waiting";
            case RUNNING -> "is-running";
            case ABORTED -> "is-aborted";
        };
    }
}

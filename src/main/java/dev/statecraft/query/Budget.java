package dev.statecraft.query;

/**
 * What a run may still spend on evaluation; all query engines of one run draw on the same budget.
 *
 * <p>Counts are used instead of seconds, so that the same run ends at the same place on every machine.
 */
public final class Budget {
    /** Enough for the largest lesson a hundred times over. */
    public static final long DEFAULT_STEPS = 50_000_000;

    private long steps;

    public Budget(long steps) {
        this.steps = steps;
    }

    public static Budget standard() {
        return new Budget(DEFAULT_STEPS);
    }

    /** Takes {@code count} steps, or fails the run when they are used up. */
    public void spend(long count) {
        steps -= count;
        if (steps < 0) {
            throw new QueryFailure(
                    "States.Runtime",
                    "The execution was stopped: it used up the evaluation steps a sandbox run may take.");
        }
    }

    public long remainingSteps() {
        return steps;
    }
}

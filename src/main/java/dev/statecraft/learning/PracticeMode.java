package dev.statecraft.learning;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A way to practise. */
public enum PracticeMode {
    LEARN("learn", "Learn", 10, Duration.ZERO),
    TOPIC("topic", "One concept", 10, Duration.ZERO),
    MISSED("missed", "Missed", 10, Duration.ZERO),
    SURE_BUT_WRONG("sure-but-wrong", "Sure but wrong", 10, Duration.ZERO),
    DRILLS("drills", "Drills", 10, Duration.ZERO),
    MOCK("mock", "Slice mock", 20, Duration.ofMinutes(40)),
    FULL("full", "Full shape", 65, Duration.ofMinutes(130));

    private final String id;
    private final String title;
    private final int questions;
    private final Duration limit;

    PracticeMode(String id, String title, int questions, Duration limit) {
        this.id = id;
        this.title = title;
        this.questions = questions;
        this.limit = limit;
    }

    /** As it stands in addresses and forms. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** How many questions a sitting has, if there are that many. */
    public int questions() {
        return questions;
    }

    /** How long a sitting may take; zero: as long as one likes. */
    public Duration limit() {
        return limit;
    }

    /** True if answers can be changed, and nothing is told, until the end. */
    public boolean isExam() {
        return !limit.isZero();
    }

    public static Optional<PracticeMode> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}

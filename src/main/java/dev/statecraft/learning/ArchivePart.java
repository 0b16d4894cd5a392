package dev.statecraft.learning;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/**
 * A table in the file of a learner. Parents come before children.
 *
 * @param owned says which rows are the learner's, with their id for {@code ?1}
 * @param columns all but {@code learner}
 * @param since how many of the columns the oldest files have; what they lack comes last and has a default
 */
record ArchivePart(String table, String owned, List<String> columns, int since) {
    private static final String OF_LEARNER = "learner = ?1";

    static final List<ArchivePart> ALL =
            List.of(
                    new ArchivePart(
                            "attempt",
                            OF_LEARNER,
                            List.of(
                                    "id",
                                    "scenario",
                                    "scenario_version",
                                    "definition",
                                    "passed",
                                    "failed_outcomes",
                                    "submitted_at")),
                    new ArchivePart(
                            "draft", OF_LEARNER, List.of("place", "definition", "saved_at")),
                    new ArchivePart(
                            "run",
                            OF_LEARNER,
                            List.of(
                                    "id",
                                    "scenario",
                                    "definition",
                                    "input",
                                    "world",
                                    "faults",
                                    "answers",
                                    "seed",
                                    "started_at",
                                    "event_count",
                                    "history_hash",
                                    "mocks",
                                    "parent",
                                    "parent_event",
                                    "changed",
                                    "substitutes"),
                            11),
                    new ArchivePart(
                            "saved_sandbox",
                            OF_LEARNER,
                            List.of(
                                    "id",
                                    "definition",
                                    "input",
                                    "world",
                                    "faults",
                                    "mocks",
                                    "saved_at")),
                    new ArchivePart(
                            "run_signal",
                            "run_id in (select id from run where learner = ?1)",
                            List.of("run_id", "seq", "kind", "token", "payload", "given_at")),
                    new ArchivePart(
                            "sitting",
                            OF_LEARNER,
                            List.of(
                                    "id",
                                    "mode",
                                    "about",
                                    "seed",
                                    "started_at",
                                    "ends_at",
                                    "finished_at")),
                    new ArchivePart(
                            "sitting_item",
                            "sitting_id in (select id from sitting where learner = ?1)",
                            List.of(
                                    "sitting_id",
                                    "place",
                                    "question",
                                    "concept",
                                    "chosen",
                                    "confidence",
                                    "correct",
                                    "flagged",
                                    "answered_at")),
                    new ArchivePart(
                            "card_state",
                            OF_LEARNER,
                            List.of(
                                    "card",
                                    "stability",
                                    "difficulty",
                                    "reviews",
                                    "lapses",
                                    "reviewed_at",
                                    "due_at")),
                    new ArchivePart(
                            "card_review",
                            OF_LEARNER,
                            List.of("card", "number", "recalled", "expected", "reviewed_at")),
                    new ArchivePart("exam_plan", OF_LEARNER, List.of("exam_on", "set_at")));

    ArchivePart(String table, String owned, List<String> columns) {
        this(table, owned, columns, columns.size());
    }

    /** True if a row of a file has as many values as we know columns, now or then. */
    boolean fits(JsonNode row) {
        return row.isArray() && row.size() >= since && row.size() <= columns.size();
    }

    /** True if the rows name the learner themselves, and not by way of another table. */
    boolean isOwned() {
        return owned.equals(OF_LEARNER);
    }
}

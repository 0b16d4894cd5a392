package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody outside the simulated world did to a run.
 *
 * <p>The kind is {@code SUCCEED} (payload: the output as JSON), {@code FAIL} (payload: the error's name), {@code TIME} (time passed until
 * the next thing was due; no token), {@code STOP} (StopExecution) or {@code REDRIVE} (RedriveExecution).
 */
@Entity
@Table(name = "run_signal")
public class RunSignal extends PanacheEntityBase {
    @EmbeddedId public Key key = new Key();

    public String kind = "";
    public @Nullable String token;
    public @Nullable String payload;

    @Column(name = "given_at")
    public String givenAt = "";

    /** The place of a signal among those of its run, from 1. */
    @Embeddable
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "run_id")
        public String runId = "";

        public int seq;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.runId.equals(runId) && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return 31 * runId.hashCode() + seq;
        }
    }

    public static List<RunSignal> of(String runId) {
        return list("key.runId = ?1 order by key.seq", runId);
    }
}

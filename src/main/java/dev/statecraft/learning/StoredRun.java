package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A run, stored as its causes.
 *
 * <p>{@code input}, {@code world}, {@code faults}, {@code answers} and {@code mocks} are JSON text. The hash is that of the history as it was when
 * the run was last changed; a replay that does not reproduce it must be shown as needing a rerun.
 */
@Entity
@Table(name = "run")
public class StoredRun extends PanacheEntityBase {
    @Id public String id = "";

    public String learner = "";
    public @Nullable String scenario;
    public String definition = "";
    public String input = "";
    public String world = "";
    public String faults = "";
    public String answers = "";
    public String mocks = "{}";
    public long seed;

    @Column(name = "started_at")
    public String startedAt = "";

    @Column(name = "event_count")
    public int eventCount;

    @Column(name = "history_hash")
    public String historyHash = "";

    /** The run that this one was forked from; it may be somebody else's. */
    public @Nullable String parent;

    /** The event of the parent at which this run was forked; 0 for a run that is no fork. */
    @Column(name = "parent_event")
    public long parentEvent;

    /** What was changed against the parent, in a sentence for the learner. */
    public String changed = "";

    /** JSON text: inputs that states are entered with, by the event with which they are entered. */
    public String substitutes = "{}";

    /** The run of that id, if it is this learner's: a foreign run and an unknown one look the same. */
    public static Optional<StoredRun> of(String learner, String id) {
        return find("learner = ?1 and id = ?2", learner, id).firstResultOptional();
    }

    /** The run of that id, whoever started it: who has its address may look. */
    public static Optional<StoredRun> of(String id) {
        return find("id = ?1", id).firstResultOptional();
    }

    /** What this learner has forked from that run, newest first. */
    public static List<StoredRun> forksOf(String parent, String learner, int count) {
        return find("parent = ?1 and learner = ?2 order by startedAt desc", parent, learner)
                .page(0, count)
                .list();
    }

    public static List<StoredRun> latest(String learner, int count) {
        return find("learner = ?1 order by startedAt desc", learner).page(0, count).list();
    }
}

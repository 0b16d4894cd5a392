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

    /** The run of that id, if it is this learner's: a foreign run and an unknown one look the same. */
    public static Optional<StoredRun> of(String learner, String id) {
        return find("learner = ?1 and id = ?2", learner, id).firstResultOptional();
    }

    public static List<StoredRun> latest(String learner, int count) {
        return find("learner = ?1 order by startedAt desc", learner).page(0, count).list();
    }
}

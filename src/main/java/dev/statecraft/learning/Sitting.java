package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A set of questions that a learner works through: a practice round or a mock exam. */
@Entity
@Table(name = "sitting")
public class Sitting extends PanacheEntityBase {
    @Id public String id = "";

    public String learner = "";

    /** The id of a {@link PracticeMode}. */
    public String mode = "";

    /** The id of the concept that it is about; empty: all. */
    public String about = "";

    public long seed;

    @Column(name = "started_at")
    public String startedAt = "";

    @Column(name = "ends_at")
    public @Nullable String endsAt;

    @Column(name = "finished_at")
    public @Nullable String finishedAt;

    public PracticeMode practiceMode() {
        return PracticeMode.of(mode)
                .orElseThrow(() -> new IllegalStateException("No mode " + mode + " is known"));
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** True if the time is up. */
    public boolean hasExpired(Instant now) {
        return endsAt != null && !now.isBefore(Instant.parse(endsAt));
    }

    /** The sitting of that id, if it is this learner's. */
    public static Optional<Sitting> of(String learner, String id) {
        return find("learner = ?1 and id = ?2", learner, id).firstResultOptional();
    }

    /** Newest first. */
    public static List<Sitting> of(String learner) {
        return list("learner = ?1 order by startedAt desc, id", learner);
    }
}

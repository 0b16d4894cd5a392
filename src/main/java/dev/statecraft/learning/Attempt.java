package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.util.List;
import java.util.Optional;

/** A design that a learner had checked. */
@Entity
@Table(name = "attempt")
public class Attempt extends PanacheEntityBase {
    @Id public String id = "";

    public String learner = "";
    public String scenario = "";

    @Column(name = "scenario_version")
    public int scenarioVersion;

    public String definition = "";
    public boolean passed;

    /** Ids of the outcomes that were not met, separated by commas. */
    @Column(name = "failed_outcomes")
    public String failedOutcomes = "";

    @Column(name = "submitted_at")
    public String submittedAt = "";

    public static Optional<Attempt> of(String learner, String id) {
        return find("learner = ?1 and id = ?2", learner, id).firstResultOptional();
    }

    public static List<Attempt> of(String learner) {
        return list("learner = ?1 order by submittedAt", learner);
    }

    public static boolean hasPassed(String learner, String scenario) {
        return count("learner = ?1 and scenario = ?2 and passed = true", learner, scenario) > 0;
    }

    public static long failures(String learner, String scenario) {
        return count("learner = ?1 and scenario = ?2 and passed = false", learner, scenario);
    }
}

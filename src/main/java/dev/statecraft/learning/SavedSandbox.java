package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.util.List;
import java.util.Optional;

/**
 * Something built in the sandbox, under an address that can be shared. Its id is the capability to read it: everybody who has the
 * address sees it, nobody can guess it, and it never changes.
 *
 * <p>{@code input}, {@code world}, {@code faults} and {@code mocks} are JSON text.
 */
@Entity
@Table(name = "saved_sandbox")
public class SavedSandbox extends PanacheEntityBase {
    @Id public String id = "";

    public String learner = "";
    public String definition = "";
    public String input = "";
    public String world = "";
    public String faults = "";
    public String mocks = "";

    @Column(name = "saved_at")
    public String savedAt = "";

    public static Optional<SavedSandbox> of(String id) {
        return findByIdOptional(id);
    }

    public static List<SavedSandbox> latest(String learner, int count) {
        return find("learner = ?1 order by savedAt desc", learner).page(0, count).list();
    }

    public static long countOf(String learner) {
        return count("learner", learner);
    }
}

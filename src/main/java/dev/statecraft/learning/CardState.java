package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What a learner remembers of one flashcard. */
@Entity
@Table(name = "card_state")
public class CardState extends PanacheEntityBase {
    @EmbeddedId public Key key = new Key();

    public double stability;
    public double difficulty;
    public int reviews;
    public int lapses;

    @Column(name = "reviewed_at")
    public String reviewedAt = "";

    @Column(name = "due_at")
    public String dueAt = "";

    /** Whose card it is, and which. */
    @Embeddable
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        public String learner = "";
        public String card = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.learner.equals(learner) && key.card.equals(card);
        }

        @Override
        public int hashCode() {
            return 31 * learner.hashCode() + card.hashCode();
        }
    }

    public Fsrs.Memory memory() {
        return new Fsrs.Memory(stability, difficulty);
    }

    public static Optional<CardState> of(String learner, String card) {
        return find("key.learner = ?1 and key.card = ?2", learner, card).firstResultOptional();
    }

    /** The one that is due first comes first. */
    public static List<CardState> of(String learner) {
        return list("key.learner = ?1 order by dueAt, key.card", learner);
    }
}

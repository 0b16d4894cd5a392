package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One time that a learner called a card up. */
@Entity
@Table(name = "card_review")
public class CardReview extends PanacheEntityBase {
    @EmbeddedId public Key key = new Key();

    public boolean recalled;

    /** The chance of recall that the model expected; 0 for a new card. */
    public double expected;

    @Column(name = "reviewed_at")
    public String reviewedAt = "";

    /** The number of a review among those of a learner's card, from 1. */
    @Embeddable
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        public String learner = "";
        public String card = "";
        public int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.learner.equals(learner)
                    && key.card.equals(card)
                    && key.number == number;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * learner.hashCode() + card.hashCode()) + number;
        }
    }

    /** Oldest first. */
    public static List<CardReview> of(String learner) {
        return list("key.learner = ?1 order by reviewedAt, key.card, key.number", learner);
    }
}

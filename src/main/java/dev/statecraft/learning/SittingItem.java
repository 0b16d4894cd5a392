package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One question of a sitting, with the answer if there is one. */
@Entity
@Table(name = "sitting_item")
public class SittingItem extends PanacheEntityBase {
    @EmbeddedId public Key key = new Key();

    /** The id of a question of the bank or of a drill. */
    public String question = "";

    /** The id of its concept. */
    public String concept = "";

    /** Ids of the options that were chosen, separated by commas. */
    public String chosen = "";

    /** 1: guessed, 2: fairly sure, 3: sure; 0: not said. */
    public int confidence;

    public boolean correct;
    public boolean flagged;

    @Column(name = "answered_at")
    public @Nullable String answeredAt;

    /** The place of a question in its sitting, from 1. */
    @Embeddable
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "sitting_id")
        public String sittingId = "";

        public int place;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.sittingId.equals(sittingId)
                    && key.place == place;
        }

        @Override
        public int hashCode() {
            return 31 * sittingId.hashCode() + place;
        }
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public Set<String> chosenIds() {
        return chosen.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(chosen.split(",")));
    }

    public static List<SittingItem> of(String sittingId) {
        return list("key.sittingId = ?1 order by key.place", sittingId);
    }

    /** True if the question stands without an answer, or with one that can still be changed, in a sitting that goes on. */
    public static boolean isOpenFor(String learner, String question) {
        return count(
                        "question = ?2 and key.sittingId in (select s.id from Sitting s where s.learner = ?1 and s.finishedAt is null)"
                                + " and (answeredAt is null or key.sittingId in (select s.id from Sitting s where s.endsAt is not null and s.finishedAt is null))",
                        learner,
                        question)
                > 0;
    }

    /** All answers of a learner that count, oldest first: those of finished exams and of practice. */
    public static List<SittingItem> answersOf(String learner) {
        return list(
                "answeredAt is not null and key.sittingId in (select s.id from Sitting s where s.learner = ?1"
                        + " and (s.endsAt is null or s.finishedAt is not null)) order by answeredAt, key.sittingId, key.place",
                learner);
    }
}

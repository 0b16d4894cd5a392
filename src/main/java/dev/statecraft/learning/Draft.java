package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What a learner typed last in one editor; kept on each pause, so that nothing is lost. */
@Entity
@Table(name = "draft")
public class Draft extends PanacheEntityBase {
    @EmbeddedId public Key key = new Key();

    public String definition = "";

    @Column(name = "saved_at")
    public String savedAt = "";

    /** Whose draft it is, and of which editor: a scenario's id or {@code sandbox}. */
    @Embeddable
    public static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        public String learner = "";
        public String place = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.learner.equals(learner)
                    && key.place.equals(place);
        }

        @Override
        public int hashCode() {
            return 31 * learner.hashCode() + place.hashCode();
        }
    }

    public static Optional<String> text(String learner, String place) {
        return Draft.<Draft>find("key.learner = ?1 and key.place = ?2", learner, place)
                .firstResultOptional()
                .map(draft -> draft.definition);
    }

    public static void save(String learner, String place, String definition, String now) {
        var key = new Key();
        key.learner = learner;
        key.place = place;
        Draft draft = Draft.<Draft>findByIdOptional(key).orElseGet(Draft::new);
        boolean isNew = draft.savedAt.isEmpty();
        draft.key = key;
        draft.definition = definition;
        draft.savedAt = now;
        if (isNew) {
            draft.persist();
        }
    }
}

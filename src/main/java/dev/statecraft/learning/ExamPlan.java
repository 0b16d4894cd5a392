package dev.statecraft.learning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The day of a learner's exam. In the last week before it every card is seen once more, however far off its next review would be.
 *
 * <p>Each card has a day of that week of its own, so that the seven days carry about the same load.
 */
@Entity
@Table(name = "exam_plan")
public class ExamPlan extends PanacheEntityBase {
    private static final int DAYS = 7;

    @Id public String learner = "";

    @Column(name = "exam_on")
    public String examOn = "";

    @Column(name = "set_at")
    public String setAt = "";

    public static Optional<LocalDate> of(String learner) {
        return ExamPlan.<ExamPlan>findByIdOptional(learner).map(it -> LocalDate.parse(it.examOn));
    }

    /** @param exam empty: there is no exam any more */
    public static void set(String learner, Optional<LocalDate> exam, Instant now) {
        Optional<ExamPlan> before = findByIdOptional(learner);
        if (exam.isEmpty()) {
            before.ifPresent(ExamPlan::delete);
            return;
        }
        ExamPlan plan = before.orElseGet(ExamPlan::new);
        plan.learner = learner;
        plan.examOn = exam.get().toString();
        plan.setAt = now.toString();
        if (before.isEmpty()) {
            plan.persist();
        }
    }

    /** When a card is due, with an exam in sight: as the model says, or on its day of the last week if that comes first. */
    public static Instant dueAt(LocalDate exam, CardState card) {
        Instant due = Instant.parse(card.dueAt);
        LocalDate first = exam.minusDays(DAYS);
        if (!Instant.parse(card.reviewedAt).isBefore(start(first))) {
            return due;
        }
        Instant planned = start(first.plusDays(Math.floorMod(card.key.card.hashCode(), DAYS)));
        return planned.isBefore(due) ? planned : due;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

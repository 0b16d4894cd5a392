package dev.statecraft.content;

import java.util.List;
import java.util.Optional;

/**
 * What is known about the exam, and since when.
 *
 * @param slice the guide's bullets that this application practises, out of {@code bulletsInGuide}
 */
public record Exam(
        String version,
        int questions,
        int scored,
        int minutes,
        int passScore,
        int bulletsInGuide,
        List<Domain> domains,
        List<Bullet> slice,
        Citation citation) {
    public Exam {
        domains = List.copyOf(domains);
        slice = List.copyOf(slice);
    }

    /** @param percent its share of the scored questions */
    public record Domain(int number, String title, int percent) {}

    /** @param task such as {@code 2.1}; its first figure is the domain */
    public record Bullet(String id, String task, String text) {
        public int domain() {
            return task.charAt(0) - '0';
        }
    }

    public Optional<Bullet> bullet(String id) {
        return slice.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}

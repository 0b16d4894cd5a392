package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code content/exam.yaml}. */
final class ExamReader {

    private ExamReader() {}

    /** @throws IllegalArgumentException with a message for the author */
    static Exam read(JsonNode yaml) {
        List<Exam.Domain> domains = new ArrayList<>();
        for (JsonNode domain : yaml.path("domains")) {
            domains.add(
                    new Exam.Domain(
                            domain.path("number").asInt(),
                            QuestionReader.required(domain, "title"),
                            domain.path("percent").asInt()));
        }
        List<Exam.Bullet> slice = new ArrayList<>();
        for (JsonNode bullet : yaml.path("slice")) {
            slice.add(
                    new Exam.Bullet(
                            QuestionReader.required(bullet, "id"),
                            QuestionReader.required(bullet, "task"),
                            QuestionReader.required(bullet, "text")));
        }
        return new Exam(
                QuestionReader.required(yaml, "version"),
                yaml.path("questions").asInt(),
                yaml.path("scored").asInt(),
                yaml.path("minutes").asInt(),
                yaml.path("passScore").asInt(),
                yaml.path("bulletsInGuide").asInt(),
                domains,
                slice,
                QuestionReader.citation(yaml.path("citation"))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "\"citation\" is missing: say where this was read, and when.")));
    }
}

package dev.statecraft.editing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.ComparisonOperator;
import dev.statecraft.editing.Document;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Changes what a rule of a Choice compares, and how comparisons are combined, in JSONPath. */
final class RuleChange {
    static final List<String> LISTS = List.of("And", "Or");
    private static final List<String> COMBINATORS = List.of("And", "Or", "Not");

    private final Redraft before;
    private final String state;
    private final List<String> path;
    private final JsonNode rule;

    /** @param pointer of the rule or of a condition in it, from the state inwards */
    RuleChange(Redraft before, Level level, String state, String pointer) {
        this.before = before;
        this.state = state;
        this.path = Level.below(level.pathOf(state), Place.steps(pointer).toArray(String[]::new));
        this.rule = before.document().json(path);
    }

    /** The field that compares; nothing in a rule that combines others. */
    static Optional<String> operator(JsonNode rule) {
        return StreamSupport.stream(((Iterable<String>) rule::fieldNames).spliterator(), false)
                .filter(it -> ComparisonOperator.ofField(it).isPresent())
                .findFirst();
    }

    Change compareBy(String operator) {
        Optional<String> old = operator(rule);
        if (ComparisonOperator.ofField(operator).isEmpty()) {
            return new Change.Refused("There is no comparison named \"%s\".".formatted(operator));
        }
        if (COMBINATORS.stream().anyMatch(rule::has)) {
            return new Change.Refused(
                    "This rule combines conditions. Choose how each of them compares.");
        }
        Document document = before.document();
        if (old.isEmpty()) {
            return done(document.set(at(operator), Typed.suited(operator, "")));
        }
        JsonNode value = Typed.suited(operator, rule.path(old.get()).asText());
        return done(document.rename(at(old.get()), operator).set(at(operator), value));
    }

    Change compareWith(String text) {
        return operator(rule)
                .map(it -> done(before.document().set(at(it), Typed.operand(it, text))))
                .orElseGet(() -> new Change.Refused("Choose how to compare first."));
    }

    /** @param word {@code And}, {@code Or}, {@code Not}, or nothing for one plain comparison */
    Change combineBy(String word) {
        if (!word.isEmpty() && !COMBINATORS.contains(word)) {
            return new Change.Refused("Conditions cannot be combined by \"%s\".".formatted(word));
        }
        String old = COMBINATORS.stream().filter(rule::has).findFirst().orElse("");
        if (word.equals(old)) {
            return done(before.document());
        }
        Document document = before.document();
        if (LISTS.contains(word) && LISTS.contains(old)) {
            return done(document.rename(at(old), word));
        }
        JsonNode inner = old.isEmpty() ? comparison() : first(old);
        Document bare = document;
        for (String field : fieldsOfCondition()) {
            bare = bare.remove(at(field));
        }
        if (word.isEmpty()) {
            return done(withFields(bare, inner));
        }
        JsonNode combined =
                LISTS.contains(word) ? JsonNodeFactory.instance.arrayNode().add(inner) : inner;
        return done(bare.insert(path, word, combined, Optional.empty()));
    }

    private JsonNode first(String combinator) {
        return combinator.equals("Not") ? rule.path("Not") : rule.path(combinator).path(0);
    }

    /** The rule's condition without where it leads. */
    private JsonNode comparison() {
        var condition = JsonNodeFactory.instance.objectNode();
        fieldsOfCondition().forEach(field -> condition.set(field, rule.path(field)));
        return condition.isEmpty() ? Starters.rule(false) : condition;
    }

    private List<String> fieldsOfCondition() {
        return StreamSupport.stream(((Iterable<String>) rule::fieldNames).spliterator(), false)
                .filter(it -> !List.of("Next", "Assign", "Output", "Comment").contains(it))
                .toList();
    }

    private Document withFields(Document document, JsonNode fields) {
        Document result = document;
        Optional<String> after = Optional.empty();
        for (var field : fields.properties()) {
            result = result.insert(path, field.getKey(), field.getValue(), after);
            after = Optional.of(field.getKey());
        }
        return result;
    }

    Change variable(String text) {
        return done(before.document().set(at("Variable"), TextNode.valueOf(text.strip())));
    }

    private List<String> at(String field) {
        return Level.below(path, field);
    }

    private Change done(Document document) {
        return Change.done(before.with(document), state);
    }
}

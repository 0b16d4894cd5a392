package dev.statecraft.asl.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.problems.JsonRule;
import dev.statecraft.asl.problems.Problems;
import dev.statecraft.asl.problems.Rule;
import dev.statecraft.asl.problems.YamlRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Field;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML into the tree that JSON is read into. Works on the library's events, so that neither deep nesting nor a few aliases
 * that stand for millions of values can hurt. The core schema of YAML 1.2 says what is a number.
 */
public final class YamlReader {
    private static final int MAX_VALUES = 100_000;

    private final String text;
    private final Problems problems;
    private final int characters;
    private final CoreScalarResolver resolver = new CoreScalarResolver(true);
    private final Map<String, SourceNode> anchors = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private int values;
    private int lastIndex;
    private int lastOffset;

    public YamlReader(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.characters = text.codePointCount(0, text.length());
    }

    public Optional<SourceNode> read() {
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(AslParser.MAX_BYTES + 1)
                        // All in one read: the library trips over a wide character that two reads
                        // share.
                        .setBufferSize(text.length() + 2)
                        .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            Event event = events.next();
            while (!(event instanceof NodeEvent)) {
                if (!events.hasNext()) {
                    problems.report(JsonRule.EMPTY_DEFINITION, new Place("", 0, 0));
                    return Optional.empty();
                }
                event = events.next();
            }
            SourceNode root = node(event, events, 0);
            while (events.hasNext()) {
                Event after = events.next();
                if (after instanceof NodeEvent) {
                    throw fault(JsonRule.TEXT_AFTER_END, after);
                }
            }
            return Optional.of(root);
        } catch (Fault fault) {
            problems.report(fault.rule, new Place("", fault.start, fault.end), fault.words);
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(this::offset).orElse(0);
            problems.report(YamlRule.YAML_SYNTAX, new Place("", at, at + 1), said(e));
        } catch (YamlEngineException e) {
            problems.report(
                    YamlRule.YAML_SYNTAX, new Place("", 0, 1), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String said(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return (context + e.getProblem()).replaceAll("\\s+", " ").strip();
    }

    private SourceNode node(Event event, Iterator<Event> events, int depth) {
        if (depth > SourceReader.MAX_NESTING) {
            throw fault(YamlRule.YAML_TOO_DEEPLY_NESTED, event, SourceReader.MAX_NESTING);
        }
        count(1, event);
        int before = values;
        SourceNode node =
                switch (event) {
                    case AliasEvent alias -> alias(alias);
                    case ScalarEvent scalar -> scalar(scalar);
                    case MappingStartEvent start -> fields(start, events, depth);
                    case SequenceStartEvent start -> elements(start, events, depth);
                    default -> throw fault(YamlRule.YAML_SYNTAX, event, "a value is expected here");
                };
        if (!(event instanceof AliasEvent)) {
            ((NodeEvent) event)
                    .getAnchor()
                    .ifPresent(
                            anchor -> {
                                anchors.put(anchor.getValue(), node);
                                sizes.put(anchor.getValue(), values - before + 1);
                            });
        }
        return node;
    }

    private void count(int more, Event event) {
        values += more;
        if (values > MAX_VALUES) {
            throw fault(YamlRule.YAML_TOO_MANY_ALIASES, event, MAX_VALUES);
        }
    }

    /** What the alias stands for, as if it stood here; what lies inside keeps the place where it is written. */
    private SourceNode alias(AliasEvent alias) {
        String name = alias.getAnchor().orElseThrow().getValue();
        SourceNode meant = anchors.get(name);
        if (meant == null) {
            throw fault(YamlRule.YAML_UNKNOWN_ALIAS, alias, name);
        }
        count(sizes.getOrDefault(name, 1), alias);
        int start = start(alias);
        int end = end(alias);
        return switch (meant) {
            case SourceNode.Scalar scalar -> new SourceNode.Scalar(scalar.json(), start, end);
            case SourceNode.Elements list -> new SourceNode.Elements(list.elements(), start, end);
            case SourceNode.Fields fields -> new SourceNode.Fields(fields.byName(), start, end);
        };
    }

    private SourceNode fields(MappingStartEvent start, Iterator<Event> events, int depth) {
        refuseTag(start.getTag(), start);
        Map<String, Field> fields = new LinkedHashMap<>();
        int end = start(start);
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent name)) {
                throw fault(YamlRule.YAML_FIELD_NAME, event);
            }
            SourceNode value = node(events.next(), events, depth + 1);
            if (fields.containsKey(name.getValue())) {
                problems.report(
                        YamlRule.YAML_REPEATED_FIELD,
                        new Place("", start(name), end(name)),
                        name.getValue());
            }
            fields.put(name.getValue(), new Field(name.getValue(), start(name), end(name), value));
            end = Math.max(end(name) + 1, value.end());
            event = events.next();
        }
        return new SourceNode.Fields(
                fields, start(start), start.isFlow() ? end(event) : Math.min(end, text.length()));
    }

    private SourceNode elements(SequenceStartEvent start, Iterator<Event> events, int depth) {
        refuseTag(start.getTag(), start);
        List<SourceNode> elements = new ArrayList<>();
        int end = start(start);
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            SourceNode element = node(event, events, depth + 1);
            elements.add(element);
            end = element.end();
            event = events.next();
        }
        return new SourceNode.Elements(elements, start(start), start.isFlow() ? end(event) : end);
    }

    private SourceNode scalar(ScalarEvent scalar) {
        refuseTag(scalar.getTag(), scalar);
        int start = start(scalar);
        // A block text ends after its last line feed; what follows it is no part of it.
        int end = start + text.substring(start, end(scalar)).stripTrailing().length();
        return new SourceNode.Scalar(json(scalar), start, Math.max(start, end));
    }

    private JsonNode json(ScalarEvent scalar) {
        String value = scalar.getValue();
        Tag tag = resolver.resolve(value, scalar.isPlain());
        if (tag.equals(Tag.NULL)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(value));
        }
        if (tag.equals(Tag.INT)) {
            return whole(value);
        }
        if (tag.equals(Tag.FLOAT)) {
            if (value.endsWith("inf")
                    || value.endsWith("Inf")
                    || value.endsWith("INF")
                    || value.endsWith("NaN")
                    || value.endsWith("nan")
                    || value.endsWith("NAN")) {
                throw fault(YamlRule.YAML_NUMBER, scalar, value);
            }
            return DoubleNode.valueOf(Double.parseDouble(value));
        }
        return TextNode.valueOf(value);
    }

    private static JsonNode whole(String value) {
        BigInteger number =
                value.startsWith("0x")
                        ? new BigInteger(value.substring(2), 16)
                        : value.startsWith("0o")
                                ? new BigInteger(value.substring(2), 8)
                                : new BigInteger(value);
        if (number.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(number.intValue());
        }
        return number.bitLength() < Long.SIZE
                ? LongNode.valueOf(number.longValue())
                : BigIntegerNode.valueOf(number);
    }

    private void refuseTag(Optional<String> tag, Event event) {
        tag.ifPresent(
                it -> {
                    throw fault(YamlRule.YAML_TAG, event, it);
                });
    }

    private int start(Event event) {
        return event.getStartMark().map(this::offset).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(this::offset).orElse(text.length());
    }

    /** The library counts whole characters; we count as Java and the browser do, wide ones twice. */
    private int offset(Mark mark) {
        int index = Math.clamp(mark.getIndex(), 0, characters);
        if (characters == text.length()) {
            return index;
        }
        // From where the last one was found: from the beginning, a long text would take its time.
        lastOffset = text.offsetByCodePoints(lastOffset, index - lastIndex);
        lastIndex = index;
        return lastOffset;
    }

    private Fault fault(Rule rule, Event event, Object... words) {
        return new Fault(rule, start(event), Math.max(end(event), start(event) + 1), words);
    }

    /** Ends the reading. */
    private static final class Fault extends RuntimeException {
        private final transient Rule rule;
        private final int start;
        private final int end;
        private final transient Object[] words;

        Fault(Rule rule, int start, int end, Object... words) {
            super(rule.name(), null, false, false);
            this.rule = rule;
            this.start = start;
            this.end = end;
            this.words = words;
        }
    }
}

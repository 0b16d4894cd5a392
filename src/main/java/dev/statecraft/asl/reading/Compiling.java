package dev.statecraft.asl.reading;

import dev.statecraft.asl.Spelling;
import dev.statecraft.asl.problems.ExpressionRule;
import dev.statecraft.asl.source.Place;
import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;
import dev.statecraft.query.Expression;
import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.JsonataTemplate;
import dev.statecraft.query.Literal;
import dev.statecraft.query.PayloadTemplate;
import dev.statecraft.query.ReferencePath;
import dev.statecraft.query.intrinsics.IntrinsicFunction;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles the paths and templates of a section, and reports each that cannot be, where it stands. */
final class Compiling {

    private Compiling() {}

    static Optional<Expression> path(Section section, String field, String text) {
        try {
            return Optional.of(JsonPath.compile(text));
        } catch (InvalidExpression invalid) {
            section.problems()
                    .reportWith(
                            invalid.remedy(), ExpressionRule.NOT_A_PATH, section.placeOf(field));
            return Optional.empty();
        }
    }

    static Optional<Expression> referencePath(Section section, String field, String text) {
        try {
            JsonPath path = JsonPath.compile(text);
            if (path.isDefinite()) {
                return Optional.of(path);
            }
            refuseReference(section, field, text, ExpressionRule.NOT_A_REFERENCE_PATH.remedy());
        } catch (InvalidExpression invalid) {
            refuseReference(section, field, text, invalid.remedy());
        }
        return Optional.empty();
    }

    static Optional<ReferencePath> writablePath(Section section, String field, String text) {
        try {
            return Optional.of(ReferencePath.compile(text));
        } catch (InvalidExpression invalid) {
            refuseReference(section, field, text, invalid.remedy());
            return Optional.empty();
        }
    }

    private static void refuseReference(Section section, String field, String text, String remedy) {
        section.problems()
                .reportWith(
                        remedy,
                        ExpressionRule.NOT_A_REFERENCE_PATH,
                        section.placeOf(field),
                        text.startsWith("$") ? text : "Reference path didn't start with '$'");
    }

    static Optional<Expression> pathOrCall(Section section, String field, SourceNode value) {
        try {
            return Optional.of(PayloadTemplate.compileField(field, value.json()));
        } catch (InvalidExpression invalid) {
            section.problems()
                    .reportWith(
                            invalid.remedy(),
                            ExpressionRule.NOT_A_TEMPLATE_VALUE,
                            Place.of(section.pointer(), value),
                            field);
            return Optional.empty();
        }
    }

    static Optional<Expression> payloadTemplate(Section section, String field, SourceNode value) {
        if (value instanceof SourceNode.Scalar scalar) {
            return Optional.of(new Literal(scalar.json()));
        }
        try {
            return Optional.of(PayloadTemplate.compile(value.json()));
        } catch (InvalidExpression invalid) {
            findFaults(section, section.pointer() + "/" + field, value);
            return Optional.empty();
        }
    }

    /** Names every fault in a template: the compiler stops at the first. */
    private static void findFaults(Section section, String pointer, SourceNode node) {
        if (node instanceof Elements list) {
            for (int i = 0; i < list.elements().size(); i++) {
                findFaults(section, pointer + "[" + i + "]", list.elements().get(i));
            }
        } else if (node instanceof Fields fields) {
            Set<String> names = new HashSet<>();
            for (Field field : fields.fields()) {
                boolean dynamic = field.name().endsWith(".$");
                String name =
                        dynamic
                                ? field.name().substring(0, field.name().length() - 2)
                                : field.name();
                if (!names.add(name)) {
                    section.problems()
                            .report(
                                    ExpressionRule.REPEATED_TEMPLATE_FIELD,
                                    Place.ofName(pointer, field),
                                    name);
                }
                if (dynamic) {
                    findFault(section, pointer, field);
                } else {
                    findFaults(section, pointer + "/" + field.name(), field.value());
                }
            }
        }
    }

    private static void findFault(Section section, String pointer, Field field) {
        try {
            PayloadTemplate.compileField(field.name(), field.value().json());
        } catch (InvalidExpression invalid) {
            section.problems()
                    .reportWith(
                            misspelled(field.value().json().asText()).orElse(invalid.remedy()),
                            ExpressionRule.NOT_A_TEMPLATE_VALUE,
                            // The service locates it at the object around it (recorded 2024-03).
                            Place.of(pointer, field.value()),
                            field.name());
        }
    }

    /** Which function {@code text} means to call, if there is none of that name. */
    private static Optional<String> misspelled(String text) {
        int end = text.indexOf('(');
        List<String> names =
                Stream.of(IntrinsicFunction.values()).map(IntrinsicFunction::fullName).toList();
        if (!text.startsWith("States.") || end < 0 || names.contains(text.substring(0, end))) {
            return Optional.empty();
        }
        return Spelling.nearest(text.substring(0, end), names)
                .map(near -> "Did you mean " + near + "?");
    }

    static Optional<Expression> jsonata(Section section, String field, SourceNode value) {
        try {
            return Optional.of(JsonataTemplate.compile(section.inState(field), value.json()));
        } catch (InvalidExpression invalid) {
            findExpressionFaults(section, section.pointer() + "/" + field, value);
            return Optional.empty();
        }
    }

    private static void findExpressionFaults(Section section, String pointer, SourceNode node) {
        switch (node) {
            case Elements list -> {
                for (int i = 0; i < list.elements().size(); i++) {
                    findExpressionFaults(section, pointer + "[" + i + "]", list.elements().get(i));
                }
            }
            case Fields fields ->
                    fields.fields()
                            .forEach(
                                    field ->
                                            findExpressionFaults(
                                                    section,
                                                    pointer + "/" + field.name(),
                                                    field.value()));
            case SourceNode.Scalar scalar -> findExpressionFault(section, pointer, scalar);
        }
    }

    private static void findExpressionFault(
            Section section, String pointer, SourceNode.Scalar scalar) {
        try {
            JsonataTemplate.compile(pointer, scalar.json());
        } catch (InvalidExpression invalid) {
            Place whole = Place.of(pointer, scalar);
            switch (invalid.kind()) {
                case NOT_DELIMITED ->
                        section.problems()
                                .reportWith(
                                        invalid.remedy(), ExpressionRule.JSONATA_NOT_CLOSED, whole);
                case NOT_PARSED ->
                        section.problems()
                                .reportWith(
                                        invalid.remedy(),
                                        ExpressionRule.JSONATA_NOT_PARSED,
                                        invalid.at()
                                                .map(
                                                        at ->
                                                                section.problems()
                                                                        .source()
                                                                        .inText(
                                                                                pointer, scalar, at,
                                                                                at + 1))
                                                .orElse(whole),
                                        invalid.getMessage());
                case NOT_ALLOWED ->
                        section.problems()
                                .reportWith(
                                        invalid.remedy(),
                                        ExpressionRule.JSONATA_NOT_ALLOWED,
                                        whole,
                                        invalid.getMessage());
            }
        }
    }
}

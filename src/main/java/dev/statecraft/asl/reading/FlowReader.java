package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.DataFlow;
import dev.statecraft.asl.JsonPathFlow;
import dev.statecraft.asl.JsonPathFlow.ResultPath;
import dev.statecraft.asl.JsonataFlow;
import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.query.Expression;
import dev.statecraft.query.Literal;

import java.util.Optional;

/** Reads the fields that say how input becomes output. */
final class FlowReader {

    private FlowReader() {}

    static DataFlow read(Section section, QueryLanguage language) {
        Optional<Expression> assign = assign(section, language);
        if (language == QueryLanguage.JSONata) {
            return new JsonataFlow(section.jsonata("Arguments"), section.jsonata("Output"), assign);
        }
        return new JsonPathFlow(
                path(section, "InputPath"),
                // In a Map state, Parameters is the old name of ItemSelector.
                section.has("ItemProcessor") || section.has("Iterator")
                        ? Optional.empty()
                        : section.payloadTemplate("Parameters"),
                section.payloadTemplate("ResultSelector"),
                resultPath(section),
                path(section, "OutputPath"),
                assign);
    }

    static Optional<Expression> assign(Section section, QueryLanguage language) {
        section.section("Assign").ifPresent(VariableNames::check);
        return section.json("Assign")
                .filter(JsonNode::isObject)
                .flatMap(it -> section.template("Assign", language));
    }

    private static Optional<Expression> path(Section section, String field) {
        return isNull(section, field)
                ? Optional.of(new Literal(JsonNodeFactory.instance.objectNode()))
                : section.path(field);
    }

    static ResultPath resultPath(Section section) {
        if (isNull(section, "ResultPath")) {
            return ResultPath.DISCARD;
        }
        return section.writablePath("ResultPath")
                .filter(path -> !path.isRoot())
                .<ResultPath>map(ResultPath.Insert::new)
                .orElse(ResultPath.REPLACE);
    }

    private static boolean isNull(Section section, String field) {
        return section.json(field).filter(JsonNode::isNull).isPresent();
    }
}

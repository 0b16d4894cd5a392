package dev.statecraft.asl.reading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.State;
import dev.statecraft.asl.Transition;
import dev.statecraft.asl.WaitState;
import dev.statecraft.asl.WaitState.Moment;
import dev.statecraft.asl.problems.SchemaRule;
import dev.statecraft.query.Expression;
import dev.statecraft.query.Timestamps;

import java.util.Optional;

/** Reads a Wait state. */
final class WaitReader {

    private WaitReader() {}

    static Optional<State> read(StateReader reader) {
        reader.section().exactlyOne("SecondsPath", "Seconds", "TimestampPath", "Timestamp");
        Optional<Moment> moment = moment(reader);
        Optional<Transition> transition = reader.transition();
        return moment.isPresent() && transition.isPresent()
                ? Optional.of(
                        new WaitState(
                                reader.name(),
                                reader.comment(),
                                reader.flow(),
                                moment.get(),
                                transition.get()))
                : Optional.empty();
    }

    private static Optional<Moment> moment(StateReader reader) {
        Section section = reader.section();
        if (section.has("SecondsPath")) {
            return section.referencePath("SecondsPath").map(Moment.Seconds::new);
        }
        if (section.has("TimestampPath")) {
            return section.referencePath("TimestampPath").map(Moment.Timestamp::new);
        }
        return section.has("Seconds") ? seconds(reader) : timestamp(reader);
    }

    private static Optional<Moment> seconds(StateReader reader) {
        Optional<JsonNode> value = reader.section().json("Seconds");
        if (value.isPresent() && !reader.isExpression(value.get())) {
            reader.section().integer("Seconds", 0, MachineReader.MAX_SECONDS);
        }
        return reader.value("Seconds").map(Moment.Seconds::new);
    }

    private static Optional<Moment> timestamp(StateReader reader) {
        Section section = reader.section();
        Optional<JsonNode> value = section.json("Timestamp");
        if (value.isPresent() && !reader.isExpression(value.get())) {
            boolean valid = section.text("Timestamp").flatMap(Timestamps::parse).isPresent();
            if (!valid) {
                section.problems().report(SchemaRule.NOT_A_TIMESTAMP, section.placeOf("Timestamp"));
            }
        }
        Optional<Expression> expression = reader.value("Timestamp");
        return expression.map(Moment.Timestamp::new);
    }
}

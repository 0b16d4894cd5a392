package dev.statecraft.diagram.timeline;

import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The drawing of what an execution did, over time: a row for each state, a bar for each attempt.
 *
 * <p>{@code TimelineDiagram.of(execution).selecting(12).linking(event -> "?e=" + event).draw()}
 *
 * <p>As {@link SvgDiagram} it stands inside a page that has {@code css/graph.css}. The axis is that of the whole history,
 * so that nothing moves while events are stepped through; what comes after the selected event is pale.
 */
public record TimelineDiagram(
        Execution execution, OptionalLong selected, Optional<LongFunction<String>> links) {

    public static TimelineDiagram of(Execution execution) {
        return new TimelineDiagram(execution, OptionalLong.empty(), Optional.empty());
    }

    /** Puts the cursor at the event of that id. */
    public TimelineDiagram selecting(long event) {
        return new TimelineDiagram(execution, OptionalLong.of(event), links);
    }

    /** Makes each event and each bar a link to the event that it begins with. */
    public TimelineDiagram linking(LongFunction<String> urlOfEvent) {
        return new TimelineDiagram(execution, selected, Optional.of(urlOfEvent));
    }

    /** The SVG element as text; empty if nothing has happened yet. */
    public String draw() {
        List<HistoryEvent> events = execution.history().events();
        return events.isEmpty() ? "" : new TimelineWriter(this, events).write();
    }
}

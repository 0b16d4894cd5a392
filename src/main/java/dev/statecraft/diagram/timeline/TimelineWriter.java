package dev.statecraft.diagram.timeline;

import static dev.statecraft.diagram.Figures.decimal;

import dev.statecraft.diagram.Captions;
import dev.statecraft.diagram.Durations;
import dev.statecraft.diagram.StateStatus;
import dev.statecraft.diagram.drawing.Glyphs;
import dev.statecraft.diagram.drawing.Shapes;
import dev.statecraft.diagram.drawing.SvgWriter;
import dev.statecraft.diagram.layout.Box;
import dev.statecraft.diagram.layout.Point;
import dev.statecraft.diagram.layout.TextWidths;
import dev.statecraft.diagram.timeline.FoldedAxis.Stretch;
import dev.statecraft.diagram.timeline.TimelineRow.Bar;
import dev.statecraft.diagram.timeline.TimelineRow.Kind;
import dev.statecraft.diagram.trace.RunTrace;
import dev.statecraft.diagram.trace.StayStatus;
import dev.statecraft.engine.history.HistoryEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Writes one {@link TimelineDiagram}: axis, events, rows, folds and the cursor, from the back to the front. */
final class TimelineWriter {
    private static final double WIDTH = 760;
    private static final double LABELS = 176;
    private static final double MARGIN = 16;
    private static final double AXIS = 40;
    private static final double EVENTS = 24;
    private static final double ROW = 28;
    private static final double BAR = 14;
    private static final double INDENT = 14;
    private static final double LEAST_BAR = 6;
    private static final double SIGNED_BAR = 13;
    private static final double LEAST_DIFFERENCE = 0.8;

    /** Of thousands of bars in one row, as many are written as stand beside each other without a gap. */
    private static final double LEAST_DIFFERENCE_IN_A_CROWD = 6;

    private static final int MOST_EVENT_MARKS = 400;
    private static final double FOLD_LABEL_LEAST = 34;

    private final TimelineDiagram diagram;
    private final List<HistoryEvent> events;
    private final List<TimelineRow> rows;
    private final FoldedAxis axis;
    private final long shown;
    private final SvgWriter svg = new SvgWriter();

    TimelineWriter(TimelineDiagram diagram, List<HistoryEvent> events) {
        this.diagram = diagram;
        this.events = events;
        this.shown = Math.clamp(diagram.selected().orElse(events.size()), 1L, events.size());
        RunTrace trace = RunTrace.of(events);
        this.rows =
                TimelineRows.of(
                        trace.stays(), StayStatus.at(diagram.execution(), events.size(), trace));
        this.axis = new FoldedAxis(events, LABELS + 8, WIDTH - LABELS - 8 - MARGIN - 10);
    }

    String write() {
        double height = top(rows.size()) + MARGIN;
        svg.open("svg", attributes(height));
        axis(height);
        eventMarks();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), top(i));
        }
        axis.stretches().stream().filter(Stretch::folded).forEach(fold -> fold(fold, height));
        cursor(height);
        return svg.close().written();
    }

    private String[] attributes(double height) {
        var attributes =
                new ArrayList<>(
                        List.of(
                                "xmlns",
                                "http://www.w3.org/2000/svg",
                                "class",
                                "timeline",
                                "data-timeline",
                                "",
                                "viewBox",
                                "0 0 " + decimal(WIDTH) + " " + decimal(height),
                                "width",
                                decimal(WIDTH),
                                "height",
                                decimal(height),
                                "role",
                                "group",
                                "aria-label",
                                summary()));
        diagram.links().ifPresent(links -> addSteps(attributes, links));
        return attributes.toArray(String[]::new);
    }

    /** Where the keys lead from the selected event; the script knows the keys, and the address is ours to say. */
    private void addSteps(List<String> attributes, LongFunction<String> links) {
        new EventSteps(events, shown)
                .all()
                .forEach(
                        (step, event) -> {
                            attributes.add("data-" + step);
                            attributes.add(Long.toString(event));
                            attributes.add("data-" + step + "-href");
                            attributes.add(links.apply(event));
                        });
    }

    private String summary() {
        Duration length =
                Duration.between(events.getFirst().timestamp(), events.getLast().timestamp());
        return "Timeline of "
                + Captions.counted(events.size(), "event", "events")
                + " in "
                + Durations.wordsOfMillis(length.toMillis())
                + ".";
    }

    private static double top(int row) {
        return AXIS + EVENTS + row * ROW;
    }

    private void axis(double height) {
        svg.open("g", "class", "axis", "aria-hidden", "true");
        for (AxisTicks.Tick tick : AxisTicks.of(axis, LABELS + 8)) {
            line(tick.x(), AXIS - 8, tick.x(), height - MARGIN, "grid");
            Shapes.text(svg, tick.label(), new Point(tick.x(), AXIS - 14), "time in-middle");
        }
        line(LABELS, AXIS - 4, WIDTH - MARGIN, AXIS - 4, "base");
        svg.close();
    }

    private void eventMarks() {
        if (events.size() > MOST_EVENT_MARKS) {
            return;
        }
        svg.open("g", "class", "events");
        Shapes.text(svg, "events", new Point(MARGIN, AXIS + 14), "quiet");
        for (HistoryEvent event : events) {
            double x = axis.x(event.id());
            openLink(event.id(), "event", "Event " + event.id() + ", " + event.type());
            Shapes.rect(svg, new Box(x - 3, AXIS + 1, 6, 18), 2, "target");
            Shapes.rect(svg, new Box(x - 1, AXIS + 5, 2, 10), 1, "mark");
            svg.close();
        }
        svg.close();
    }

    private void row(TimelineRow row, double y) {
        double middle = y + ROW / 2;
        svg.open("g", "class", "row");
        line(MARGIN, y, WIDTH - MARGIN, y, "hairline");
        double x = MARGIN + row.depth() * INDENT;
        row.status().ifPresent(status -> badge(status, new Point(x + 7, middle)));
        double room = LABELS - x - 24;
        String label = TextWidths.fitted(row.label(), 12, room);
        svg.open("text", "class", "label", "x", decimal(x + 20), "y", decimal(middle + 4))
                .text(label);
        svg.close();
        svg.element("title", row.label());
        bars(row.bars(), middle);
        svg.close();
    }

    /** A loop may pass a state thousands of times: what would be hidden by its like is not written. */
    private void bars(List<Bar> bars, double middle) {
        Map<StateStatus, Double> covered = new EnumMap<>(StateStatus.class);
        double least =
                events.size() > MOST_EVENT_MARKS ? LEAST_DIFFERENCE_IN_A_CROWD : LEAST_DIFFERENCE;
        for (Bar bar : bars) {
            double right = bar.toEvent().map(axis::x).orElse(axis.end());
            if (right > covered.getOrDefault(bar.status(), 0.0) + least) {
                bar(bar, middle);
                covered.put(bar.status(), right);
            }
        }
    }

    private void badge(StateStatus status, Point at) {
        svg.open("g", "class", "badge " + status.cssClass());
        Shapes.circle(svg, at, 7, "disc");
        Shapes.glyph(svg, Glyphs.of(status), at, "sign");
        svg.close();
    }

    private void bar(Bar bar, double middle) {
        double from = axis.x(bar.fromEvent());
        double to = bar.toEvent().map(axis::x).orElse(axis.end());
        String later = bar.fromEvent() > shown ? " is-later" : "";
        String open = bar.toEvent().isEmpty() ? " is-open" : "";
        String kind =
                switch (bar.kind()) {
                    case SPAN -> "span";
                    case ATTEMPT -> "attempt";
                    case BACKOFF -> "backoff";
                    case WAIT -> "wait";
                    case INSTANT -> "instant";
                };
        openLink(
                bar.fromEvent(),
                "bar " + kind + " " + bar.status().cssClass() + later + open,
                bar.words());
        if (bar.kind() == Kind.BACKOFF) {
            backoff(from, to, middle, bar);
        } else {
            double height = bar.kind() == Kind.SPAN ? 6 : BAR;
            var box = new Box(from, middle - height / 2, Math.max(least(bar), to - from), height);
            Shapes.rect(svg, box, 3, "fill");
            sign(bar, box);
        }
        svg.close();
    }

    /** The sign of what did not go well stands on the bar itself, so that it does not depend on colour. */
    private void sign(Bar bar, Box box) {
        boolean telling =
                switch (bar.status()) {
                    case FAILED, CAUGHT, WAITING, RUNNING -> true;
                    case SUCCEEDED -> bar.kind() == Kind.WAIT;
                    case ABORTED -> false;
                };
        if (!telling || bar.kind() == Kind.SPAN) {
            return;
        }
        boolean clock = bar.kind() == Kind.WAIT && bar.status() == StateStatus.SUCCEEDED;
        StateStatus shape = clock ? StateStatus.WAITING : bar.status();
        if (box.width() >= SIGNED_BAR) {
            Point at = new Point(box.x() + SIGNED_BAR / 2, box.centre().y());
            Shapes.glyph(svg, Glyphs.of(shape), at, "sign");
        }
    }

    /** What failed must show its sign, however short it was. */
    private static double least(Bar bar) {
        return switch (bar.status()) {
            case FAILED, CAUGHT -> SIGNED_BAR;
            case SUCCEEDED, WAITING, RUNNING, ABORTED -> LEAST_BAR;
        };
    }

    private void backoff(double from, double to, double middle, Bar bar) {
        line(from, middle, to, middle, "gap");
        // A fold on the way covers the middle, and says the length itself.
        boolean folded =
                axis.stretches().stream()
                        .anyMatch(it -> it.folded() && it.from() < to && it.to() > from);
        if (!folded && TextWidths.of(bar.note(), 10) + 8 < to - from) {
            Shapes.text(svg, bar.note(), new Point((from + to) / 2, middle - 4), "time in-middle");
        }
    }

    private void fold(Stretch fold, double height) {
        double x = (fold.from() + fold.to()) / 2;
        double half = Math.min(7, (fold.to() - fold.from()) / 2);
        svg.open("g", "class", "fold");
        svg.element("title", Durations.wordsOfMillis(fold.length().toMillis()) + " left out");
        double top = AXIS - 8;
        double bottom = height - MARGIN + 4;
        Shapes.rect(svg, new Box(x - half, top, 2 * half, bottom - top), 0, "paper");
        zigzag(x - half, top, bottom);
        zigzag(x + half, top, bottom);
        if (fold.to() - fold.from() >= FOLD_LABEL_LEAST) {
            String words = Durations.roughly(fold.length().toMillis());
            Shapes.text(svg, words, new Point(x, 12), "length in-middle");
        }
        svg.close();
    }

    private void zigzag(double x, double top, double bottom) {
        var path = new StringBuilder("M").append(decimal(x)).append(' ').append(decimal(top));
        boolean right = true;
        for (double y = top + 6; y < bottom; y += 6) {
            path.append('L')
                    .append(decimal(x + (right ? 2.5 : -2.5)))
                    .append(' ')
                    .append(decimal(y));
            right = !right;
        }
        svg.empty("path", "class", "tear", "d", path.toString());
    }

    private void cursor(double height) {
        if (diagram.selected().isEmpty()) {
            return;
        }
        double x = axis.x(shown);
        svg.open("g", "class", "cursor", "aria-hidden", "true");
        line(x, AXIS - 4, x, height - MARGIN + 4, "line");
        Shapes.circle(svg, new Point(x, AXIS - 4), 4, "disc");
        svg.close();
    }

    private void openLink(long event, String cssClass, String label) {
        Optional<String> url = diagram.links().map(links -> links.apply(event));
        boolean selected = diagram.selected().isPresent() && event == shown;
        svg.open(
                url.isPresent() ? "a" : "g",
                url.isPresent() ? "href" : "",
                url.orElse(""),
                "class",
                selected ? cssClass + " is-selected" : cssClass,
                "data-event",
                Long.toString(event),
                url.isPresent() ? "" : "role",
                "img",
                "aria-label",
                label,
                selected ? "aria-current" : "",
                "true",
                // Arrow keys lead from event to event; hundreds of stops for the tab key would bar
                // the way.
                url.isEmpty() || isStop(cssClass) ? "" : "tabindex",
                "-1");
        svg.element("title", label);
    }

    private boolean isStop(String cssClass) {
        return !cssClass.equals("event") && events.size() <= MOST_EVENT_MARKS;
    }

    private void line(double x1, double y1, double x2, double y2, String cssClass) {
        svg.empty(
                "line",
                "class",
                cssClass,
                "x1",
                decimal(x1),
                "y1",
                decimal(y1),
                "x2",
                decimal(x2),
                "y2",
                decimal(y2));
    }
}

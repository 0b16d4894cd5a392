package dev.statecraft.diagram.drawing;

import dev.statecraft.diagram.RunOverlay.StateRun;
import dev.statecraft.diagram.StateGraph.Stop;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.layout.Box;
import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.layout.Measures;
import dev.statecraft.diagram.layout.Point;
import dev.statecraft.diagram.layout.TextWidths;

/** Writes what stands on one name plate: icon, name, quiet line, status, and the loop of its retries. */
final class StationWriter {
    private static final double ICON = 18;

    private final SvgWriter svg;
    private final Box plate;
    private final SvgDiagram diagram;

    StationWriter(SvgWriter svg, Box plate, SvgDiagram diagram) {
        this.svg = svg;
        this.plate = plate;
        this.diagram = diagram;
    }

    void write(Stop stop) {
        if (diagram.selected().filter(stop.name()::equals).isPresent()) {
            Shapes.rect(svg, plate.grown(4), Plates.RADIUS + 4, "ring");
        }
        Plates.draw(svg, plate, stop.state());
        Point icon = new Point(plate.x() + 13, plate.y() + (plate.height() - ICON) / 2);
        Shapes.glyph(svg, Glyphs.of(stop.state()), icon, "icon");
        words(stop);
        if (stop.retries() > 0) {
            loop(stop);
        }
        diagram.overlay().state(stop.name()).ifPresent(this::badge);
    }

    private void words(Stop stop) {
        double room = plate.width() - Measures.TEXT_INSET - Measures.TEXT_END + 4;
        double x = plate.x() + Measures.TEXT_INSET;
        double middle = plate.centre().y();
        String name = TextWidths.fittedBold(stop.name(), Measures.NAME_SIZE, room);
        String caption = TextWidths.fitted(caption(stop), Measures.QUIET_SIZE, room);
        Shapes.text(svg, name, new Point(x, caption.isEmpty() ? middle + 5 : middle - 3), "name");
        if (!caption.isEmpty()) {
            Shapes.text(svg, caption, new Point(x, middle + 13), "quiet");
        }
    }

    private String caption(Stop stop) {
        return diagram.overlay()
                .state(stop.name())
                .filter(run -> run.iterations().all() > 0)
                .map(run -> run.iterations().done() + " of " + run.iterations().all())
                .orElse(stop.caption());
    }

    private void badge(StateRun run) {
        Point at = new Point(plate.right() - 3, plate.y() + 3);
        svg.open("g", "class", "badge");
        Shapes.circle(svg, at, 9, "disc");
        Shapes.glyph(svg, Glyphs.of(run.status()), at, "sign");
        svg.close();
    }

    /** A small way out of the plate and back into it, with how often it may be or was taken. */
    private void loop(Stop stop) {
        int retried = diagram.overlay().state(stop.name()).map(StateRun::retries).orElse(0);
        svg.open("g", "class", retried > 0 ? "loop is-passed" : "loop");
        boolean down = diagram.flow() == Flow.DOWN;
        Point at =
                down
                        ? new Point(plate.right(), plate.y() + 23)
                        : new Point(plate.right() - 46, plate.y());
        Shapes.glyph(
                svg,
                down ? "M0 -6H6A6.5 6.5 0 0 1 6 7H5" : "M-6 0V-6A6.5 6.5 0 0 1 7 -6V-5",
                at,
                "line");
        Shapes.glyph(svg, down ? "M0 7L6 3.4V10.6z" : "M7 0L3.4 -6H10.6z", at, "head");
        String words = retried > 0 ? "×" + retried : "≤" + few(stop.retries());
        Point foot = down ? at.plus(15, 4.5) : at.plus(11, -7);
        Shapes.text(svg, words, foot, "words");
        svg.close();
    }

    private static String few(long count) {
        return count > 99 ? "99+" : Long.toString(count);
    }
}

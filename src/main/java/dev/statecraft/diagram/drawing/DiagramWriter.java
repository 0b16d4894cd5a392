package dev.statecraft.diagram.drawing;

import static dev.statecraft.diagram.Figures.decimal;

import dev.statecraft.asl.SucceedState;
import dev.statecraft.diagram.StateGraph.Area;
import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Node;
import dev.statecraft.diagram.StateGraph.Station;
import dev.statecraft.diagram.StateGraph.Stop;
import dev.statecraft.diagram.StateGraph.Terminal;
import dev.statecraft.diagram.StateGraph.Yard;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.layout.AreaPlan.Route;
import dev.statecraft.diagram.layout.Box;
import dev.statecraft.diagram.layout.Flow;
import dev.statecraft.diagram.layout.GraphLayout;
import dev.statecraft.diagram.layout.Measures;
import dev.statecraft.diagram.layout.Point;
import dev.statecraft.diagram.layout.TextWidths;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one {@link SvgDiagram}: frames at the back, then tracks, then words on tracks, then stations. */
public final class DiagramWriter {
    private final SvgDiagram diagram;
    private final GraphLayout layout;
    private final SvgWriter svg = new SvgWriter();
    private final Map<Integer, Node> nodes = new HashMap<>();

    public DiagramWriter(SvgDiagram diagram, GraphLayout layout) {
        this.diagram = diagram;
        this.layout = layout;
    }

    public String write() {
        index(diagram.graph().root());
        String width = decimal(layout.width());
        String height = decimal(layout.height());
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                cssClass(),
                "data-graph",
                "",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height,
                "role",
                "group",
                "aria-label",
                DiagramWords.summary(diagram));
        svg.open("g", "class", "view");
        frames(diagram.graph().root());
        svg.open("g", "class", "tracks", "aria-hidden", "true");
        tracks(diagram.graph().root(), "");
        svg.close();
        svg.open("g", "class", "labels", "aria-hidden", "true");
        labels(diagram.graph().root(), "paper");
        svg.close();
        stations(diagram.graph().root());
        return svg.close().close().written();
    }

    private String cssClass() {
        return "graph"
                + (diagram.flow() == Flow.DOWN ? " flows-down" : " flows-right")
                + (diagram.hasRun() ? " has-run" : "")
                + (diagram.greyed() ? " is-greyed" : "");
    }

    private void index(Area area) {
        for (Node node : area.nodes()) {
            nodes.put(node.id(), node);
            if (node instanceof Yard yard) {
                index(yard.inside());
            }
        }
    }

    private void frames(Area area) {
        for (Node node : area.nodes()) {
            if (node instanceof Yard yard) {
                frame(yard);
                frames(yard.inside());
            }
        }
    }

    private void frame(Yard yard) {
        Box box = layout.frames().get(yard.id());
        svg.open("g", "class", "yard " + type(yard) + status(yard));
        if (yard.state().type().equals("Map")) {
            // A second sheet behind the first: the same yard, many times.
            rect(box.moved(5, 5), 14, "sheet");
        }
        rect(box, 14, "frame");
        svg.close();
    }

    private void tracks(Area area, String owner) {
        // Those that were passed come last, so that they lie on top where tracks share their way.
        area.edges().stream().filter(edge -> passes(edge) == 0).forEach(edge -> track(edge, owner));
        area.edges().stream().filter(edge -> passes(edge) > 0).forEach(edge -> track(edge, owner));
        for (Node node : area.nodes()) {
            if (node instanceof Yard yard) {
                tracks(yard.inside(), yard.name());
            }
        }
    }

    private void track(Edge edge, String owner) {
        List<Point> points = layout.routes().get(edge.id()).points();
        boolean arrives = nodes.get(edge.to()) instanceof Stop;
        openTrack(edge, owner);
        double head = arrives ? TrackPath.headLength() : 0;
        svg.empty("path", "class", "line", "d", TrackPath.line(points, head));
        if (arrives) {
            svg.empty("path", "class", "head", "d", TrackPath.arrowHead(points));
        }
        svg.close();
    }

    /** What leads to or from an empty place, or on from a Succeed state, is no place for another state. */
    private void openTrack(Edge edge, String owner) {
        Node from = nodes.get(edge.from());
        if (diagram.switches().isEmpty()
                || isSlot(from)
                || isSlot(nodes.get(edge.to()))
                || (from instanceof Stop stop && stop.state() instanceof SucceedState)) {
            svg.open("g", "class", trackClass(edge));
            return;
        }
        boolean starts = from instanceof Terminal;
        Point spot = TrackPlaces.spot(layout.routes().get(edge.id()));
        svg.open(
                "g",
                "class",
                trackClass(edge),
                "data-edge",
                Switches.kind(edge, starts),
                "data-from",
                starts ? owner : name(edge.from()),
                "data-to",
                name(edge.to()),
                "data-label",
                edge.label(),
                "data-spot",
                decimal(spot.x()) + " " + decimal(spot.y()));
    }

    private boolean isSlot(Node node) {
        return node instanceof Stop stop
                && diagram.switches().filter(it -> it.isSlot(stop)).isPresent();
    }

    private String trackClass(Edge edge) {
        String kind =
                switch (edge.kind()) {
                    case NEXT -> "track next";
                    case CHOICE -> "track choice";
                    case CATCH -> "track catch";
                };
        return passes(edge) > 0 ? kind + " is-passed" : kind;
    }

    private int passes(Edge edge) {
        return diagram.overlay().passes(name(edge.from()), name(edge.to()), edge.kind());
    }

    private String name(int node) {
        return nodes.get(node) instanceof Stop stop ? stop.name() : "";
    }

    private void labels(Area area, String ground) {
        for (Edge edge : area.edges()) {
            Route route = layout.routes().get(edge.id());
            route.label().ifPresent(box -> label(edge, box, ground));
            int passes = passes(edge);
            if (passes > 1) {
                count(passes, route);
            }
        }
        for (Node node : area.nodes()) {
            if (node instanceof Yard yard) {
                labels(yard.inside(), "paper in-yard");
            }
        }
    }

    private void label(Edge edge, Box box, String ground) {
        svg.open("g", "class", trackClass(edge).replace("track", "label"));
        svg.element("title", edge.label());
        rect(box, 4, ground);
        middleText(Measures.shown(edge), box.centre().x(), box.centre().y() + 4, "words");
        svg.close();
    }

    private void count(int passes, Route route) {
        String words = "×" + passes;
        double width = TextWidths.ofBold(words, Measures.QUIET_SIZE) + 10;
        Point at = TrackPlaces.count(route, width);
        svg.open("g", "class", "count");
        rect(new Box(at.x() - width / 2, at.y() - 8, width, 16), 8, "pill");
        middleText(words, at.x(), at.y() + 4, "words");
        svg.close();
    }

    private void stations(Area area) {
        for (Node node : area.nodes()) {
            switch (node) {
                case Station station -> stop(station);
                case Yard yard -> {
                    stop(yard);
                    stations(yard.inside());
                }
                case Terminal terminal -> terminal(terminal);
            }
        }
    }

    private void terminal(Terminal terminal) {
        Point at = layout.plates().get(terminal.id()).centre();
        switch (terminal.role()) {
            case START -> {
                svg.open("g", "class", "terminal start", "role", "img", "aria-label", "Start");
                svg.element("title", "Start");
                circle(at, 8, "disc");
                svg.close();
            }
            case END -> {
                svg.open("g", "class", "terminal end", "role", "img", "aria-label", "End");
                svg.element("title", "End");
                circle(at, 9, "ring");
                circle(at, 5, "disc");
                svg.close();
            }
            case FORK -> {
                if (diagram.flow() == Flow.RIGHT) {
                    junction(at);
                }
            }
            case JOIN -> junction(at);
        }
    }

    private void junction(Point at) {
        svg.open("g", "class", "junction", "aria-hidden", "true");
        circle(at, 5, "disc");
        svg.close();
    }

    private void slot(Stop stop) {
        svg.open(
                "g",
                "class",
                "slot",
                "data-slot",
                diagram.switches().orElseThrow().slots().get(stop.name()),
                "role",
                "img",
                "aria-label",
                "Empty branch");
        Box plate = layout.plates().get(stop.id());
        rect(plate, 10, "plate");
        middleText("Nothing here yet", plate.centre().x(), plate.centre().y() + 4, "quiet");
        svg.close();
    }

    private void stop(Stop stop) {
        if (isSlot(stop)) {
            slot(stop);
            return;
        }
        String label = DiagramWords.of(stop, diagram);
        boolean linked = diagram.links().isPresent();
        if (linked) {
            svg.open(
                    "a",
                    "href",
                    diagram.links().get().apply(stop.name()),
                    "class",
                    "link",
                    "aria-label",
                    label);
        }
        svg.open(
                "g",
                "class",
                "station " + type(stop) + status(stop) + selected(stop),
                "data-state",
                stop.name(),
                "data-node",
                Integer.toString(stop.id()),
                "data-box",
                box(layout.plates().get(stop.id())),
                linked ? "" : "role",
                "img",
                linked ? "" : "aria-label",
                label);
        svg.element("title", label);
        new StationWriter(svg, layout.plates().get(stop.id()), diagram).write(stop);
        svg.close();
        if (linked) {
            svg.close();
        }
    }

    /** For scripts: a browser would have to lay out the whole drawing to say it. */
    private static String box(Box box) {
        return decimal(box.x())
                + " "
                + decimal(box.y())
                + " "
                + decimal(box.width())
                + " "
                + decimal(box.height());
    }

    private static String type(Stop stop) {
        // State types are words of the language, never text of the learner.
        return stop.state().type().toLowerCase(Locale.ROOT);
    }

    private String status(Stop stop) {
        return diagram.overlay()
                .state(stop.name())
                .map(run -> " " + run.status().cssClass())
                .orElse("");
    }

    private String selected(Stop stop) {
        return diagram.selected().filter(stop.name()::equals).isPresent() ? " is-selected" : "";
    }

    private void rect(Box box, double radius, String cssClass) {
        Shapes.rect(svg, box, radius, cssClass);
    }

    private void circle(Point at, double radius, String cssClass) {
        Shapes.circle(svg, at, radius, cssClass);
    }

    private void middleText(String text, double x, double y, String cssClass) {
        Shapes.text(svg, text, new Point(x, y), cssClass + " in-middle");
    }
}

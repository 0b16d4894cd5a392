package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph;
import dev.statecraft.diagram.StateGraph.Area;
import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Node;
import dev.statecraft.diagram.StateGraph.Station;
import dev.statecraft.diagram.StateGraph.Stop;
import dev.statecraft.diagram.StateGraph.Terminal;
import dev.statecraft.diagram.StateGraph.Yard;
import dev.statecraft.diagram.layout.AreaPlan.Placed;
import dev.statecraft.diagram.layout.AreaPlan.Route;
import dev.statecraft.diagram.layout.AreaPlan.Shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything in a graph stands.
 *
 * <p>Transitions never leave their branch, so each area is placed on its own, inner before outer: an edit in one yard
 * cannot turn over another, and the tracks of a yard meet its frame exactly where the tracks outside do.
 *
 * @param plates the box of each node, by its id; of a yard, its name plate
 * @param frames the frame of each yard, by its id
 * @param routes the way of each edge, by its id
 */
public record GraphLayout(
        double width,
        double height,
        Map<Integer, Box> plates,
        Map<Integer, Box> frames,
        Map<Integer, Route> routes) {

    public GraphLayout {
        plates = Map.copyOf(plates);
        frames = Map.copyOf(frames);
        routes = Map.copyOf(routes);
    }

    /** Never throws and never takes long: where the layered layout cannot do it, the stations stand in a column. */
    public static GraphLayout of(StateGraph graph, Flow flow) {
        var builder = new Builder(flow);
        Sketch sketch = builder.sketch(graph.root(), Measures.TERMINAL, Measures.TERMINAL, 0);
        builder.settle(sketch, Measures.MARGIN, Measures.MARGIN);
        return new GraphLayout(
                Math.ceil(sketch.placed().width() + 2 * Measures.MARGIN),
                Math.ceil(sketch.placed().height() + 2 * Measures.MARGIN),
                builder.plates,
                builder.frames,
                builder.routes);
    }

    /** An area whose parts have places relative to its own corner. */
    private record Sketch(
            Area area, double plateWidth, Placed placed, Map<Integer, YardSketch> yards) {

        Point centre(Node node, double width, double height) {
            return placed.corners().get(node.id()).plus(width / 2, height / 2);
        }
    }

    /**
     * A yard, measured from the corner of its shape.
     *
     * @param inside where the area inside begins
     */
    private record YardSketch(
            Yard yard, Sketch sketch, Shape shape, Box frame, Box plate, Point inside) {}

    private static final class Builder {
        private final Flow flow;
        private final Map<Integer, Box> plates = new HashMap<>();
        private final Map<Integer, Box> frames = new HashMap<>();
        private final Map<Integer, Route> routes = new HashMap<>();

        Builder(Flow flow) {
            this.flow = flow;
        }

        Sketch sketch(Area area, double startWidth, double startHeight, double leastPlate) {
            List<Stop> stops =
                    area.nodes().stream()
                            .filter(Stop.class::isInstance)
                            .map(Stop.class::cast)
                            .toList();
            double plateWidth = Math.max(leastPlate, Measures.plateWidth(stops));
            Map<Integer, YardSketch> yards = new HashMap<>();
            for (Node node : area.nodes()) {
                if (node instanceof Yard yard) {
                    yards.put(yard.id(), yard(yard, plateWidth));
                }
            }
            List<Shape> shapes =
                    area.nodes().stream()
                            .map(
                                    node ->
                                            switch (node) {
                                                case Station s -> station(s, plateWidth);
                                                case Yard y -> yards.get(y.id()).shape();
                                                case Terminal t ->
                                                        terminal(t, startWidth, startHeight);
                                            })
                            .toList();
            var plan = new AreaPlan(flow, shapes, area.edges(), area.end());
            return new Sketch(area, plateWidth, place(plan), yards);
        }

        private static Placed place(AreaPlan plan) {
            LayoutEffort effort = LayoutEffort.of(plan);
            if (effort == LayoutEffort.PLAIN) {
                return ColumnLayout.place(plan);
            }
            try {
                return LayeredLayout.place(plan, effort);
            } catch (RuntimeException | StackOverflowError e) {
                // The library is large and its input is whatever a learner types; a plain drawing
                // is
                // better than none.
                return ColumnLayout.place(plan);
            }
        }

        private Shape station(Station station, double width) {
            double height = Measures.PLATE_HEIGHT;
            double loop = station.retries() > 0 ? Measures.LOOP : 0;
            return flow == Flow.DOWN
                    ? new Shape(
                            station.id(),
                            width + loop,
                            height,
                            new Point(width / 2, 0),
                            new Point(width / 2, height),
                            new Point(width + loop, height - 12))
                    : new Shape(
                            station.id(),
                            width,
                            height + loop,
                            new Point(0, loop + height / 2),
                            new Point(width, loop + height / 2),
                            new Point(width - 32, loop + height));
        }

        private Shape terminal(Terminal terminal, double startWidth, double startHeight) {
            return switch (terminal.role()) {
                case START, FORK -> dot(terminal, startWidth, startHeight);
                case END -> dot(terminal, Measures.TERMINAL, Measures.TERMINAL);
                case JOIN -> dot(terminal, Measures.JUNCTION, Measures.JUNCTION);
            };
        }

        private Shape dot(Terminal terminal, double width, double height) {
            return flow == Flow.DOWN
                    ? new Shape(
                            terminal.id(),
                            width,
                            height,
                            new Point(width / 2, 0),
                            new Point(width / 2, height),
                            new Point(width, height / 2))
                    : new Shape(
                            terminal.id(),
                            width,
                            height,
                            new Point(0, height / 2),
                            new Point(width, height / 2),
                            new Point(width / 2, height));
        }

        private YardSketch yard(Yard yard, double plateWidth) {
            return flow == Flow.DOWN ? yardDown(yard, plateWidth) : yardRight(yard, plateWidth);
        }

        /** The name plate stands on the top of the frame, and the tracks inside leave from it. */
        private YardSketch yardDown(Yard yard, double plateWidth) {
            double loop = yard.retries() > 0 ? 2 * Measures.LOOP : 0;
            // Wider on both sides for the loop on one, so that the track stays in the middle of the
            // plate.
            Sketch inner = sketch(yard.inside(), plateWidth + loop, Measures.PLATE_HEIGHT, 0);
            double pad = Measures.YARD_PADDING;
            Placed placed = inner.placed();
            Point fork = inner.centre(first(yard), plateWidth + loop, Measures.PLATE_HEIGHT);
            Point join = inner.centre(last(yard), Measures.JUNCTION, Measures.JUNCTION);
            double width = placed.width() + 2 * pad;
            double height = placed.height();
            var shape =
                    new Shape(
                            yard.id(),
                            width,
                            height,
                            new Point(pad + fork.x(), 0),
                            new Point(pad + join.x(), height),
                            new Point(width, fork.y() + pad));
            var frame = new Box(0, fork.y(), width, join.y() - fork.y());
            var plate =
                    new Box(
                            pad + fork.x() - plateWidth / 2,
                            fork.y() - Measures.PLATE_HEIGHT / 2,
                            plateWidth,
                            Measures.PLATE_HEIGHT);
            return new YardSketch(yard, inner, shape, frame, plate, new Point(pad, 0));
        }

        /** The name plate stands on the top of the frame, above the tracks, which begin and end at its sides. */
        private YardSketch yardRight(Yard yard, double plateWidth) {
            double dot = Measures.JUNCTION;
            Sketch inner = sketch(yard.inside(), dot, dot, plateWidth);
            Placed placed = inner.placed();
            double half = Measures.PLATE_HEIGHT / 2;
            double loop = yard.retries() > 0 ? Measures.LOOP : 0;
            var inside = new Point(0, loop + Measures.PLATE_HEIGHT + Measures.YARD_PADDING - 4);
            Point fork = inner.centre(first(yard), dot, dot).plus(inside);
            Point join = inner.centre(last(yard), dot, dot).plus(inside);
            double height = inside.y() + placed.height() + Measures.YARD_PADDING;
            var shape =
                    new Shape(
                            yard.id(),
                            placed.width(),
                            height,
                            new Point(0, fork.y()),
                            new Point(placed.width(), join.y()),
                            new Point(placed.width() - 2 * Measures.YARD_PADDING, height));
            double top = loop + half;
            var frame = new Box(fork.x(), top, join.x() - fork.x(), height - top);
            var plate =
                    new Box(
                            fork.x() + Measures.YARD_PADDING,
                            loop,
                            plateWidth,
                            Measures.PLATE_HEIGHT);
            return new YardSketch(yard, inner, shape, frame, plate, inside);
        }

        private static Node first(Yard yard) {
            return yard.inside().nodes().getFirst();
        }

        private static Node last(Yard yard) {
            return yard.inside().nodes().getLast();
        }

        /** Turns places that are relative to a corner into places in the drawing. */
        void settle(Sketch sketch, double x, double y) {
            for (Node node : sketch.area().nodes()) {
                Point corner = sketch.placed().corners().get(node.id()).plus(x, y);
                switch (node) {
                    case Station s -> plates.put(s.id(), plate(s, corner, sketch.plateWidth()));
                    case Yard yard -> settle(sketch.yards().get(yard.id()), corner);
                    case Terminal t -> plates.put(t.id(), dot(t, corner));
                }
            }
            for (Edge edge : sketch.area().edges()) {
                Route route = sketch.placed().routes().get(edge.id()).moved(x, y);
                routes.put(edge.id(), fromPlate(edge, route));
            }
        }

        /** A Catch track leaves from the plate itself, under the loop of the retries. */
        private Route fromPlate(Edge edge, Route route) {
            Box plate = plates.get(edge.from());
            boolean beside = edge.kind() == Edge.Kind.CATCH && flow == Flow.DOWN;
            if (!beside || frames.containsKey(edge.from())) {
                return route;
            }
            var points = new ArrayList<>(route.points());
            points.set(0, new Point(plate.right(), points.getFirst().y()));
            return new Route(points, route.label());
        }

        private Box plate(Station station, Point corner, double width) {
            double top = flow == Flow.RIGHT && station.retries() > 0 ? Measures.LOOP : 0;
            return new Box(corner.x(), corner.y() + top, width, Measures.PLATE_HEIGHT);
        }

        private static Box dot(Terminal terminal, Point corner) {
            double size =
                    switch (terminal.role()) {
                        case START, END -> Measures.TERMINAL;
                        case FORK, JOIN -> Measures.JUNCTION;
                    };
            return new Box(corner.x(), corner.y(), size, size);
        }

        private void settle(YardSketch yard, Point corner) {
            plates.put(yard.yard().id(), yard.plate().moved(corner.x(), corner.y()));
            frames.put(yard.yard().id(), yard.frame().moved(corner.x(), corner.y()));
            settle(yard.sketch(), corner.x() + yard.inside().x(), corner.y() + yard.inside().y());
        }
    }
}

package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.layout.AreaPlan.Placed;
import dev.statecraft.diagram.layout.AreaPlan.Route;
import dev.statecraft.diagram.layout.AreaPlan.Shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places an area as one column, with lanes beside it for the tracks: plain, but it always works, and quickly. Tracks have no
 * words here, since where this layout is needed there are too many to read; what they mean stands in the definition.
 */
final class ColumnLayout {
    private static final double GAP = 64;
    private static final double LANE = 12;
    private static final int LANES = 40;

    private final AreaPlan plan;
    private final double width;
    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final Map<Integer, Point> corners = new HashMap<>();

    private ColumnLayout(AreaPlan plan) {
        this.plan = plan;
        this.width = plan.shapes().stream().mapToDouble(Shape::width).max().orElse(0);
    }

    static Placed place(AreaPlan plan) {
        return new ColumnLayout(plan).place();
    }

    private Placed place() {
        double y = 0;
        for (Shape shape : plan.shapes()) {
            shapes.put(shape.id(), shape);
            corners.put(shape.id(), new Point((width - shape.width()) / 2, y));
            y += shape.height() + GAP;
        }
        Map<Integer, Route> routes = new HashMap<>();
        for (Edge edge : plan.edges()) {
            routes.put(edge.id(), route(edge, width + LANE * (1 + routes.size() % LANES)));
        }
        return new Placed(width + LANE * (LANES + 1), y - GAP, corners, routes);
    }

    private Route route(Edge edge, double lane) {
        Point start = corners.get(edge.from()).plus(shapes.get(edge.from()).out());
        Point end = corners.get(edge.to()).plus(shapes.get(edge.to()).in());
        double below = start.y() + GAP / 3;
        double above = end.y() - GAP / 3;
        return new Route(
                List.of(
                        start,
                        new Point(start.x(), below),
                        new Point(lane, below),
                        new Point(lane, above),
                        new Point(end.x(), above),
                        end),
                Optional.empty());
    }
}

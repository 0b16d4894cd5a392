package dev.statecraft.diagram;

import dev.statecraft.diagram.AreaPlan.Placed;
import dev.statecraft.diagram.AreaPlan.Route;
import dev.statecraft.diagram.AreaPlan.Shape;
import dev.statecraft.diagram.StateGraph.Edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places an area as one column with a lane for each track: plain, but it always works. */
final class ColumnLayout {
    private static final double GAP = 64;
    private static final double LANE = 16;

    private ColumnLayout() {}

    static Placed place(AreaPlan plan) {
        double width = plan.shapes().stream().mapToDouble(Shape::width).max().orElse(0);
        Map<Integer, Point> corners = new HashMap<>();
        Map<Integer, Shape> shapes = new HashMap<>();
        double y = 0;
        for (Shape shape : plan.shapes()) {
            corners.put(shape.id(), new Point((width - shape.width()) / 2, y));
            shapes.put(shape.id(), shape);
            y += shape.height() + GAP;
        }
        Map<Integer, Route> routes = new HashMap<>();
        double lane = width + LANE;
        double right = lane;
        for (Edge edge : plan.edges()) {
            Shape from = shapes.get(edge.from());
            Shape to = shapes.get(edge.to());
            Point start = corners.get(edge.from()).plus(from.out());
            Point end = corners.get(edge.to()).plus(to.in());
            Optional<Box> label = Optional.empty();
            if (!edge.label().isEmpty()) {
                double labelWidth = Measures.labelWidth(edge);
                label =
                        Optional.of(
                                new Box(
                                        lane + LANE / 2,
                                        (start.y() + end.y() - Measures.LABEL_HEIGHT) / 2,
                                        labelWidth,
                                        Measures.LABEL_HEIGHT));
                right = Math.max(right, lane + LANE / 2 + labelWidth);
            }
            double below = start.y() + GAP / 3;
            double above = end.y() - GAP / 3;
            routes.put(
                    edge.id(),
                    new Route(
                            List.of(
                                    start,
                                    new Point(start.x(), below),
                                    new Point(lane, below),
                                    new Point(lane, above),
                                    new Point(end.x(), above),
                                    end),
                            label));
            lane = Math.max(lane, right) + LANE;
        }
        return new Placed(Math.max(lane, right), y - GAP, corners, routes);
    }
}

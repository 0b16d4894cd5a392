package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be placed in one area, with the sizes of what lies in it.
 *
 * @param shapes in the order of the flow, beginning with the one where the line begins
 * @param end the shape where the line ends, if there is one
 */
public record AreaPlan(Flow flow, List<Shape> shapes, List<Edge> edges, Optional<Integer> end) {

    /**
     * A box with the places at which tracks meet it, measured from its top left.
     *
     * @param in where tracks arrive, on the side from which the flow comes
     * @param out where tracks leave, on the opposite side
     * @param siding where Catch tracks leave, at the side
     */
    record Shape(int id, double width, double height, Point in, Point out, Point siding) {}

    /**
     * A plan that has been carried out.
     *
     * @param corners top left of each shape, by its id
     * @param routes by the id of the edge
     */
    record Placed(
            double width, double height, Map<Integer, Point> corners, Map<Integer, Route> routes) {}

    /**
     * The way of a track.
     *
     * @param points at least two; each stretch between them is horizontal or vertical
     * @param label where its words stand, if it has any
     */
    public record Route(List<Point> points, Optional<Box> label) {
        public Route {
            points = List.copyOf(points);
        }

        Route moved(double dx, double dy) {
            return new Route(
                    points.stream().map(point -> point.plus(dx, dy)).toList(),
                    label.map(box -> box.moved(dx, dy)));
        }
    }
}

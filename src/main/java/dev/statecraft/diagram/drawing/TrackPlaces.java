package dev.statecraft.diagram.drawing;

import dev.statecraft.diagram.layout.AreaPlan.Route;
import dev.statecraft.diagram.layout.Point;

import java.util.List;

/** Good places on a track for what is written there. */
final class TrackPlaces {

    private TrackPlaces() {}

    /** Where the middle of the number of passes stands: after the words, or in the middle of the longest stretch. */
    static Point count(Route route, double width) {
        return route.label()
                .map(box -> new Point(box.right() + width / 2, box.centre().y()))
                .orElseGet(() -> middleOfLongest(route.points()));
    }

    /** Where another state may come in: after the words, shortly before the end; else in the middle of the longest stretch. */
    static Point spot(Route route) {
        if (route.label().isEmpty()) {
            return middleOfLongest(route.points());
        }
        Point last = route.points().getLast();
        Point before = route.points().get(route.points().size() - 2);
        double length = TrackPath.distance(before, last);
        double back = length == 0 ? 0 : Math.min(18, length / 2) / length;
        return last.plus((before.x() - last.x()) * back, (before.y() - last.y()) * back);
    }

    private static Point middleOfLongest(List<Point> points) {
        Point from = points.getFirst();
        Point to = points.get(1);
        for (int i = 1; i < points.size() - 1; i++) {
            if (TrackPath.distance(points.get(i), points.get(i + 1))
                    > TrackPath.distance(from, to)) {
                from = points.get(i);
                to = points.get(i + 1);
            }
        }
        return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    }
}

package dev.statecraft.diagram.drawing;

import dev.statecraft.diagram.Figures;
import dev.statecraft.diagram.layout.Point;

import java.util.List;

/** A track as path data: stretches at right angles with rounded bends, and an arrow head where it arrives. */
final class TrackPath {
    private static final double BEND = 10;
    private static final double HEAD = 7;
    private static final double HALF_HEAD = 4.5;

    private TrackPath() {}

    /** @param shorter how much of the end to leave free, for an arrow head */
    static String line(List<Point> points, double shorter) {
        Point first = points.getFirst();
        var path = new StringBuilder("M").append(at(first));
        for (int i = 1; i < points.size() - 1; i++) {
            bend(path, points.get(i - 1), points.get(i), points.get(i + 1));
        }
        Point end = towards(points.getLast(), points.get(points.size() - 2), shorter);
        return path.append('L').append(at(end)).toString();
    }

    static String arrowHead(List<Point> points) {
        Point tip = points.getLast();
        Point before = points.get(points.size() - 2);
        Point foot = towards(tip, before, HEAD);
        double length = Math.max(1e-9, distance(tip, foot));
        double dx = (foot.y() - tip.y()) / length * HALF_HEAD;
        double dy = (tip.x() - foot.x()) / length * HALF_HEAD;
        return "M" + at(tip) + "L" + at(foot.plus(dx, dy)) + "L" + at(foot.plus(-dx, -dy)) + "z";
    }

    static double headLength() {
        return HEAD;
    }

    private static void bend(StringBuilder path, Point before, Point corner, Point after) {
        double room = Math.min(distance(before, corner), distance(corner, after)) / 2;
        double radius = Math.min(BEND, room);
        path.append('L')
                .append(at(towards(corner, before, radius)))
                .append('Q')
                .append(at(corner))
                .append(' ')
                .append(at(towards(corner, after, radius)));
    }

    /** The point that lies {@code far} from {@code from} on the way to {@code to}, but not beyond it. */
    private static Point towards(Point from, Point to, double far) {
        double length = distance(from, to);
        if (length == 0) {
            return from;
        }
        double share = Math.min(1, far / length);
        return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
    }

    static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static String at(Point point) {
        return Figures.decimal(point.x()) + " " + Figures.decimal(point.y());
    }
}

package dev.statecraft.diagram.layout;

/** A place in the drawing, in CSS pixels from the top left. */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public Point plus(Point other) {
        return plus(other.x, other.y);
    }
}

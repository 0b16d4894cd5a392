package dev.statecraft.diagram.drawing;

import static dev.statecraft.diagram.Figures.decimal;

import dev.statecraft.diagram.layout.Box;
import dev.statecraft.diagram.layout.Point;

/** The basic shapes of SVG, in our own terms. */
public final class Shapes {

    private Shapes() {}

    public static void rect(SvgWriter svg, Box box, double radius, String cssClass) {
        svg.empty(
                "rect",
                "class",
                cssClass,
                "x",
                decimal(box.x()),
                "y",
                decimal(box.y()),
                "width",
                decimal(box.width()),
                "height",
                decimal(box.height()),
                "rx",
                decimal(radius));
    }

    public static void circle(SvgWriter svg, Point at, double radius, String cssClass) {
        svg.empty(
                "circle",
                "class",
                cssClass,
                "cx",
                decimal(at.x()),
                "cy",
                decimal(at.y()),
                "r",
                decimal(radius));
    }

    /** @param at the foot of the text, at its beginning or, with the class {@code in-middle}, at its middle */
    public static void text(SvgWriter svg, String text, Point at, String cssClass) {
        svg.element("text", text, "class", cssClass, "x", decimal(at.x()), "y", decimal(at.y()));
    }

    /** A glyph whose own origin is put at {@code at}. */
    public static void glyph(SvgWriter svg, String path, Point at, String cssClass) {
        svg.empty(
                "path",
                "class",
                cssClass,
                "d",
                path,
                "transform",
                "translate(" + decimal(at.x()) + " " + decimal(at.y()) + ")");
    }
}

package dev.statecraft.diagram.drawing;

import static dev.statecraft.diagram.Figures.decimal;

import dev.statecraft.asl.ChoiceState;
import dev.statecraft.asl.FailState;
import dev.statecraft.asl.MapState;
import dev.statecraft.asl.ParallelState;
import dev.statecraft.asl.PassState;
import dev.statecraft.asl.State;
import dev.statecraft.asl.SucceedState;
import dev.statecraft.asl.TaskState;
import dev.statecraft.asl.WaitState;
import dev.statecraft.diagram.layout.Box;

/** The outlines of name plates: each type of state can be told by its shape alone. */
final class Plates {
    static final double RADIUS = 10;
    private static final double POINT = 12;
    private static final double SLANT = 9;

    private Plates() {}

    static void draw(SvgWriter svg, Box box, State state) {
        switch (state) {
            case TaskState s -> Shapes.rect(svg, box, RADIUS, "plate");
            case ParallelState s -> Shapes.rect(svg, box, RADIUS, "plate");
            case MapState s -> Shapes.rect(svg, box, RADIUS, "plate");
            case WaitState s -> Shapes.rect(svg, box, box.height() / 2, "plate");
            case ChoiceState s -> outline(svg, pointed(box));
            case PassState s -> outline(svg, slanted(box));
            case SucceedState s -> lastStop(svg, box);
            case FailState s -> lastStop(svg, box);
        }
    }

    private static void outline(SvgWriter svg, String path) {
        svg.empty("path", "class", "plate", "d", path);
    }

    /** Points left and right, as a diamond drawn wide. */
    private static String pointed(Box box) {
        double middle = box.centre().y();
        return polygon(
                box.x() + POINT,
                box.y(),
                box.right() - POINT,
                box.y(),
                box.right(),
                middle,
                box.right() - POINT,
                box.bottom(),
                box.x() + POINT,
                box.bottom(),
                box.x(),
                middle);
    }

    /** A parallelogram, as flow charts draw data. */
    private static String slanted(Box box) {
        return polygon(
                box.x() + SLANT,
                box.y(),
                box.right(),
                box.y(),
                box.right() - SLANT,
                box.bottom(),
                box.x(),
                box.bottom());
    }

    /** Closed at the right by a buffer stop, where the line ends. */
    private static void lastStop(SvgWriter svg, Box box) {
        String start = decimal(box.x() + RADIUS);
        String right = decimal(box.right());
        String top = decimal(box.y());
        String bottom = decimal(box.bottom());
        String curve = "a10 10 0 0 1 ";
        outline(
                svg,
                "M"
                        + right
                        + " "
                        + top
                        + "V"
                        + bottom
                        + "H"
                        + start
                        + curve
                        + "-10 -10V"
                        + decimal(box.y() + RADIUS)
                        + curve
                        + "10 -10z");
        svg.empty("path", "class", "buffer", "d", "M" + right + " " + top + "V" + bottom);
    }

    private static String polygon(double... points) {
        var path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(decimal(points[i]))
                    .append(' ')
                    .append(decimal(points[i + 1]));
        }
        return path.append('z').toString();
    }
}

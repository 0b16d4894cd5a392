package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.StateGraph.Stop;

import java.util.List;

/** The sizes of what is drawn, in CSS pixels; the one place where the rhythm of the drawing is set. */
public final class Measures {
    public static final double NAME_SIZE = 13;
    public static final double QUIET_SIZE = 11;
    static final double PLATE_HEIGHT = 48;
    static final double PLATE_LEAST = 136;
    static final double PLATE_MOST = 224;

    /** Where the text begins: after the icon. */
    public static final double TEXT_INSET = 40;

    public static final double TEXT_END = 14;
    static final double TERMINAL = 20;
    static final double JUNCTION = 10;

    /** Room beside a plate for the loop that stands for its retries. */
    static final double LOOP = 40;

    static final double YARD_PADDING = 24;
    static final double LABEL_HEIGHT = 18;
    static final double LABEL_PADDING = 5;
    static final double LABEL_MOST = 184;
    static final double MARGIN = 16;

    private Measures() {}

    /** One width for all plates of an area: even plates make a calm line. */
    static double plateWidth(List<? extends Stop> stops) {
        double widest = stops.stream().mapToDouble(Measures::plateWidth).max().orElse(PLATE_LEAST);
        // In steps of eight, so that one more letter seldom moves the whole drawing.
        return Math.ceil(Math.clamp(widest, PLATE_LEAST, PLATE_MOST) / 8) * 8;
    }

    private static double plateWidth(Stop stop) {
        double name = TextWidths.ofBold(stop.name(), NAME_SIZE);
        double caption = TextWidths.of(stop.caption(), QUIET_SIZE);
        return TEXT_INSET + Math.max(name, caption) + TEXT_END;
    }

    /** The label as it is drawn: all of it, or its beginning. */
    public static String shown(Edge edge) {
        return TextWidths.fitted(edge.label(), QUIET_SIZE, LABEL_MOST);
    }

    static double labelWidth(Edge edge) {
        // Bold, as the words of a track that was passed are.
        return Math.ceil(TextWidths.ofBold(shown(edge), QUIET_SIZE)) + 2 * LABEL_PADDING;
    }
}

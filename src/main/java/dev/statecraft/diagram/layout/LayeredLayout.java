package dev.statecraft.diagram.layout;

import dev.statecraft.diagram.StateGraph.Edge;
import dev.statecraft.diagram.layout.AreaPlan.Placed;
import dev.statecraft.diagram.layout.AreaPlan.Route;
import dev.statecraft.diagram.layout.AreaPlan.Shape;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places an area in layers, tracks at right angles. The only file that knows the layout library. */
final class LayeredLayout {
    private static final double BETWEEN_STATIONS = 36;
    private static final double BETWEEN_LAYERS = 36;
    private static final double BETWEEN_TRACKS = 16;

    private static final int CAREFUL_THOROUGHNESS = 7;
    private static final int QUICK_THOROUGHNESS = 1;

    // How much it matters that a track is straight; where many lines come together, few can be.
    private static final int MAIN_LINE = 30;
    private static final int OTHER_LINE = 10;
    private static final int LAST_STRETCH = 2;
    private static final int SIDE_LINE = 0;

    static {
        // Registers the types of the library's options with it; without that their defaults cannot
        // be read.
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final AreaPlan plan;
    private final Set<Integer> mainLine;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Integer, Ports> ports = new HashMap<>();
    private final Map<Integer, ElkEdge> tracks = new LinkedHashMap<>();

    private record Ports(ElkNode node, ElkPort in, ElkPort out, ElkPort siding) {}

    private LayeredLayout(AreaPlan plan) {
        this.plan = plan;
        this.mainLine = MainLine.of(plan);
    }

    /** @throws RuntimeException if the library cannot do it; there is another way then, see {@link ColumnLayout} */
    static Placed place(AreaPlan plan, LayoutEffort effort) {
        return new LayeredLayout(plan).place(effort);
    }

    private Placed place(LayoutEffort effort) {
        setOptions();
        setEffort(effort);
        plan.shapes().forEach(this::add);
        constrain(plan.shapes().getFirst().id(), LayerConstraint.FIRST_SEPARATE);
        plan.end().ifPresent(end -> constrain(end, LayerConstraint.LAST_SEPARATE));
        plan.edges().forEach(this::add);
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return result();
    }

    private void setOptions() {
        root.setProperty(
                LayeredOptions.DIRECTION,
                plan.flow() == Flow.DOWN ? Direction.DOWN : Direction.RIGHT);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_STATIONS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_TRACKS);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_TRACKS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_TRACKS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_TRACKS);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 0.0);
        // The order of the flow decides what is a way back and what stands left of what, so that a
        // small edit moves little.
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }

    private void setEffort(LayoutEffort effort) {
        boolean careful = effort == LayoutEffort.CAREFUL;
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                careful
                        ? NodePlacementStrategy.NETWORK_SIMPLEX
                        : NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_FAVOR_STRAIGHT_EDGES, true);
        root.setProperty(
                LayeredOptions.THOROUGHNESS, careful ? CAREFUL_THOROUGHNESS : QUICK_THOROUGHNESS);
    }

    private void add(Shape shape) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(shape.width(), shape.height());
        node.setProperty(
                LayeredOptions.ALIGNMENT,
                plan.flow() == Flow.DOWN ? Alignment.TOP : Alignment.LEFT);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        boolean down = plan.flow() == Flow.DOWN;
        ports.put(
                shape.id(),
                new Ports(
                        node,
                        port(node, shape.in(), down ? PortSide.NORTH : PortSide.WEST),
                        port(node, shape.out(), down ? PortSide.SOUTH : PortSide.EAST),
                        port(node, shape.siding(), down ? PortSide.EAST : PortSide.SOUTH)));
    }

    private static ElkPort port(ElkNode node, Point at, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(at.x(), at.y());
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private void constrain(int shape, LayerConstraint constraint) {
        ports.get(shape).node().setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, constraint);
    }

    private void add(Edge edge) {
        Ports from = ports.get(edge.from());
        boolean siding = edge.kind() == Edge.Kind.CATCH;
        ElkEdge track =
                ElkGraphUtil.createSimpleEdge(
                        siding ? from.siding() : from.out(), ports.get(edge.to()).in());
        track.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, straightness(edge));
        if (!edge.label().isEmpty()) {
            // The library leaves out labels without text; it does not look at what the text is.
            ElkLabel label = ElkGraphUtil.createLabel("label", track);
            label.setDimensions(Measures.labelWidth(edge), Measures.LABEL_HEIGHT);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        }
        tracks.put(edge.id(), track);
    }

    private int straightness(Edge edge) {
        boolean ends = plan.end().filter(end -> end == edge.to()).isPresent();
        return mainLine.contains(edge.id())
                ? MAIN_LINE
                : edge.kind() == Edge.Kind.CATCH ? SIDE_LINE : ends ? LAST_STRETCH : OTHER_LINE;
    }

    private Placed result() {
        Map<Integer, Point> corners = new HashMap<>();
        ports.forEach((id, p) -> corners.put(id, new Point(p.node().getX(), p.node().getY())));
        Map<Integer, Route> routes = new HashMap<>();
        tracks.forEach((id, track) -> routes.put(id, route(track)));
        return new Placed(root.getWidth(), root.getHeight(), corners, routes);
    }

    private static Route route(ElkEdge track) {
        ElkEdgeSection section = track.getSections().getFirst();
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        Optional<Box> label =
                track.getLabels().stream()
                        .map(l -> new Box(l.getX(), l.getY(), l.getWidth(), l.getHeight()))
                        .findFirst();
        return new Route(points, label);
    }
}

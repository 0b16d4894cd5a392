package dev.statecraft.editing;

import dev.statecraft.asl.source.SourceNode;
import dev.statecraft.asl.source.SourceNode.Elements;
import dev.statecraft.asl.source.SourceNode.Field;
import dev.statecraft.asl.source.SourceNode.Fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what stands at a place of a text. */
final class PathFinder {

    private PathFinder() {}

    static List<String> at(Optional<SourceNode> root, int offset) {
        List<String> path = new ArrayList<>();
        Optional<SourceNode> node = root;
        while (node.isPresent()) {
            Optional<String> step = step(node.get(), offset);
            step.ifPresent(path::add);
            node = step.isEmpty() ? Optional.empty() : Document.child(node.get(), step.get());
        }
        return path;
    }

    private static Optional<String> step(SourceNode node, int offset) {
        return switch (node) {
            case Fields fields ->
                    fields.fields().stream()
                            .filter(it -> it.nameStart() <= offset && offset < it.value().end())
                            .map(Field::name)
                            .findFirst();
            case Elements list -> {
                List<SourceNode> all = list.elements();
                yield IntStream.range(0, all.size())
                        .filter(it -> all.get(it).start() <= offset && offset < all.get(it).end())
                        .mapToObj(String::valueOf)
                        .findFirst();
            }
            case SourceNode.Scalar ignored -> Optional.empty();
        };
    }
}

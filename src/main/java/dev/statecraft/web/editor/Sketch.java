package dev.statecraft.web.editor;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.Parsing;
import dev.statecraft.diagram.SvgDiagram;
import dev.statecraft.diagram.drawing.Switches;
import dev.statecraft.editing.design.Slots;

import java.util.Optional;

/**
 * The drawing of a definition while it is being designed: also of one that is not valid yet, because a branch is empty or no
 * path leads to a state.
 */
final class Sketch {

    private Sketch() {}

    /** Nothing where more is wrong than that. */
    static Optional<SvgDiagram> of(String definition, Parsing parsing) {
        if (parsing.sketch().isPresent()) {
            return parsing.sketch()
                    .map(machine -> SvgDiagram.of(machine).withSwitches(Switches.WITHOUT_SLOTS));
        }
        if (definition.length() > AslParser.MAX_BYTES) {
            return Optional.empty();
        }
        Slots slots = Slots.in(definition);
        return slots.places().isEmpty()
                ? Optional.empty()
                : AslParser.parse(slots.text())
                        .sketch()
                        .map(it -> SvgDiagram.of(it).withSwitches(new Switches(slots.places())));
    }
}

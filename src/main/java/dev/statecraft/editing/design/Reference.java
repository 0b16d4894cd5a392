package dev.statecraft.editing.design;

import java.util.List;

/**
 * A field that says where to go.
 *
 * @param path of the field: of {@code StartAt}, {@code Next}, {@code Default}, or of {@code End}, which leads to nothing
 * @param from the state it belongs to; of a {@code StartAt}, the state around
 * @param to the state's name; empty at an end
 */
record Reference(List<String> path, Track.Kind kind, String from, String to) {

    boolean isOn(Track track) {
        return kind == track.kind() && from.equals(track.from()) && to.equals(track.to());
    }

    /** True for a transition that a rule of a Choice or a catcher makes, and that goes with it. */
    boolean isElement() {
        return switch (kind) {
            case START, NEXT -> false;
            case CHOICE, CATCH -> path.getLast().equals("Next");
        };
    }

    boolean isStart() {
        return kind == Track.Kind.START;
    }

    /** True for a field of the state itself. */
    boolean isField(String name) {
        return !isElement() && path.getLast().equals(name);
    }

    /** The object that the field is in. */
    List<String> element() {
        return path.subList(0, path.size() - 1);
    }
}

package dev.statecraft.asl.source;

/**
 * Where something stands: as a JSON pointer and in the text.
 *
 * @param pointer as the service writes locations, such as {@code /States/Charge/Next}; empty for the whole definition
 */
public record Place(String pointer, int start, int end) {

    public static Place of(String pointer, SourceNode node) {
        return new Place(pointer, node.start(), node.end());
    }

    /** The name of a field. */
    public static Place ofName(String parent, SourceNode.Field field) {
        return new Place(parent + "/" + field.name(), field.nameStart(), field.nameEnd());
    }

    /** The value of a field. */
    public static Place ofValue(String parent, SourceNode.Field field) {
        return new Place(parent + "/" + field.name(), field.value().start(), field.value().end());
    }
}

package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes values as the examples of AWS are written: two spaces to a level, and on one line what is short and holds no object that
 * is itself long.
 */
public final class JsonStyle {
    private static final int WIDTH = 72;
    private static final String LEVEL = "  ";

    private JsonStyle() {}

    /** @param indent of the line on which the value begins */
    public static String write(JsonNode value, String indent) {
        var text = new StringBuilder();
        write(value, indent, text, true);
        return text.toString();
    }

    /** A state stands on lines of its own, however short. */
    static String writeState(JsonNode state, String indent) {
        var text = new StringBuilder();
        write(state, indent, text, false);
        return text.toString();
    }

    private static void write(
            JsonNode value, String indent, StringBuilder text, boolean mayBeFlat) {
        if (!value.isContainerNode() || value.isEmpty()) {
            text.append(value);
            return;
        }
        if (mayBeFlat && isFlat(value)) {
            String flat = flat(value);
            if (indent.length() + flat.length() <= WIDTH) {
                text.append(flat);
                return;
            }
        }
        String inner = indent + LEVEL;
        if (value.isArray()) {
            text.append("[\n");
            for (int i = 0; i < value.size(); i++) {
                text.append(inner);
                write(value.get(i), inner, text, true);
                text.append(i + 1 < value.size() ? ",\n" : "\n");
            }
            text.append(indent).append(']');
        } else {
            text.append("{\n");
            for (Iterator<Map.Entry<String, JsonNode>> it = value.properties().iterator();
                    it.hasNext(); ) {
                Map.Entry<String, JsonNode> field = it.next();
                text.append(inner).append(name(field.getKey())).append(": ");
                write(field.getValue(), inner, text, !isState(field.getKey(), field.getValue()));
                text.append(it.hasNext() ? ",\n" : "\n");
            }
            text.append(indent).append('}');
        }
    }

    /** States stand on lines of their own, however short. */
    private static boolean isState(String name, JsonNode value) {
        return name.equals("States") || value.path("Type").isTextual();
    }

    /** True for what reads well on one line: no lists or objects two levels down. */
    private static boolean isFlat(JsonNode value) {
        for (JsonNode element : value) {
            for (JsonNode inner : element) {
                if (inner.isContainerNode() && !inner.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String flat(JsonNode value) {
        if (!value.isContainerNode() || value.isEmpty()) {
            return value.toString();
        }
        var text = new StringBuilder(value.isArray() ? "[" : "{ ");
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                text.append(i > 0 ? ", " : "").append(flat(value.get(i)));
            }
            return text.append(']').toString();
        }
        for (Iterator<Map.Entry<String, JsonNode>> it = value.properties().iterator();
                it.hasNext(); ) {
            Map.Entry<String, JsonNode> field = it.next();
            text.append(name(field.getKey())).append(": ").append(flat(field.getValue()));
            text.append(it.hasNext() ? ", " : " }");
        }
        return text.toString();
    }

    static String name(String name) {
        return TextNode.valueOf(name).toString();
    }
}

package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.source.SourceNode;

import java.util.stream.Collectors;

/** A value on its way into a text: made anew, or taken from elsewhere in the same text with its formatting and comments. */
sealed interface Content {

    /** As it stands between braces or brackets. @param indent of the line on which it begins */
    String inFlow(String indent);

    /** What follows the colon of a field. @param indent of the field's line */
    String afterColon(String indent);

    /** What follows the dash of a list's element, from the second character on. @param indent of the dash */
    String afterDash(String indent);

    record Fresh(JsonNode value) implements Content {
        @Override
        public String inFlow(String indent) {
            return JsonStyle.write(value, indent);
        }

        @Override
        public String afterColon(String indent) {
            String text = YamlStyle.write(value);
            return isBlock() ? "\n" + indented(text, indent + "  ") : " " + text;
        }

        @Override
        public String afterDash(String indent) {
            return indented(YamlStyle.write(value), indent + "  ").strip();
        }

        private boolean isBlock() {
            return value.isContainerNode() && !value.isEmpty();
        }
    }

    /** @param text as it is written, from the value's first character to its last */
    record Taken(SourceNode node, String text, String indent, boolean isBlock) implements Content {
        @Override
        public String inFlow(String target) {
            return isBlock ? JsonStyle.write(node.json(), target) : moved(target);
        }

        @Override
        public String afterColon(String target) {
            return isBlock ? "\n" + target + "  " + moved(target + "  ") : " " + moved(target);
        }

        @Override
        public String afterDash(String target) {
            return moved(target + "  ");
        }

        /** All lines but the first, by as much as the place where the value stands is further in. */
        private String moved(String target) {
            String[] lines = text.split("\n", -1);
            var result = new StringBuilder(lines[0]);
            for (int i = 1; i < lines.length; i++) {
                String line = lines[i];
                String rest =
                        line.startsWith(indent)
                                ? line.substring(indent.length())
                                : line.stripLeading();
                result.append('\n').append(rest.isBlank() ? "" : target + rest);
            }
            return result.toString();
        }
    }

    private static String indented(String text, String indent) {
        return text.lines()
                .map(line -> line.isBlank() ? "" : indent + line)
                .collect(Collectors.joining("\n"));
    }
}

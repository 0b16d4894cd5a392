package dev.statecraft.editing.mending;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a JSONPath, or a call of intrinsic functions, in JSONata.
 *
 * @param root what {@code $} means, as an expression
 */
record PathToJsonata(String root) {
    private static final Pattern STEP =
            Pattern.compile(
                    "\\G(?:\\.([\\p{L}_][\\p{L}\\p{N}_-]*)|\\['([^'\\\\]*)'\\]|\\[(\\d+)\\])");
    private static final Pattern HEAD =
            Pattern.compile("^(\\$\\$|\\$[\\p{L}_][\\p{L}\\p{N}_]*|\\$)");
    private static final Set<String> WORDS =
            Set.of("and", "or", "in", "true", "false", "null", "function");

    /** A path or call that has no counterpart, or none that we know. */
    static final class Unconvertible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unconvertible(String what) {
            super(what, null, false, false);
        }
    }

    String expression(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith("States.") ? call(trimmed) : path(trimmed);
    }

    private String path(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            throw new Unconvertible("\"" + text + "\" is no path");
        }
        String start = head.group(1);
        var expression =
                new StringBuilder(
                        start.equals("$") ? root : start.equals("$$") ? "$states.context" : start);
        Matcher step = STEP.matcher(text);
        int at = head.end();
        while (at < text.length()) {
            if (!step.find(at) || step.start() != at) {
                throw new Unconvertible("\"" + text + "\" uses a filter, a slice or a wildcard");
            }
            if (step.group(3) != null) {
                expression.append('[').append(step.group(3)).append(']');
            } else {
                expression
                        .append('.')
                        .append(name(step.group(1) != null ? step.group(1) : step.group(2)));
            }
            at = step.end();
        }
        return expression.toString();
    }

    private static String name(String name) {
        if (name.contains("`")) {
            throw new Unconvertible("\"" + name + "\" cannot be written as a name in JSONata");
        }
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !WORDS.contains(name)
                ? name
                : "`" + name + "`";
    }

    private String call(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            throw new Unconvertible("\"" + text + "\" is no call");
        }
        List<String> written = arguments(text.substring(open + 1, text.length() - 1));
        List<String> arguments = written.stream().map(this::argument).toList();
        String list = String.join(", ", arguments);
        String name = text.substring("States.".length(), open);
        int expected = expected(name);
        if (expected >= 0 && arguments.size() != expected) {
            throw new Unconvertible(
                    "\"" + text + "\" has another number of arguments than it takes");
        }
        return switch (name) {
            case "Array" -> "[" + list + "]";
            case "ArrayPartition" -> "$partition(" + list + ")";
            case "ArrayContains" -> "(" + arguments.get(1) + " in " + arguments.get(0) + ")";
            case "ArrayRange" -> "$range(" + list + ")";
            case "ArrayGetItem" -> arguments.get(0) + "[" + arguments.get(1) + "]";
            case "ArrayLength" -> "$count(" + list + ")";
            case "ArrayUnique" -> "$distinct(" + list + ")";
            case "Base64Encode" -> "$base64encode(" + list + ")";
            case "Base64Decode" -> "$base64decode(" + list + ")";
            case "Hash" -> "$hash(" + list + ")";
            case "JsonMerge" -> "$merge([" + arguments.get(0) + ", " + arguments.get(1) + "])";
            case "JsonToString" -> "$string(" + list + ")";
            case "StringToJson" -> "$parse(" + list + ")";
            case "MathAdd" -> "(" + arguments.get(0) + " + " + arguments.get(1) + ")";
            case "UUID" -> "$uuid()";
            case "Format" -> format(written, arguments);
            default ->
                    throw new Unconvertible(
                            text.substring(0, open) + " has no counterpart that does the same");
        };
    }

    private static int expected(String name) {
        return switch (name) {
            case "ArrayLength",
                    "ArrayUnique",
                    "Base64Encode",
                    "Base64Decode",
                    "JsonToString",
                    "StringToJson" ->
                    1;
            case "ArrayPartition", "ArrayContains", "ArrayGetItem", "Hash", "MathAdd" -> 2;
            case "ArrayRange", "JsonMerge" -> 3;
            case "UUID" -> 0;
            default -> -1;
        };
    }

    private String argument(String text) {
        if (text.startsWith("'")) {
            return literal(text(text));
        }
        return text.startsWith("$") || text.startsWith("States.") ? expression(text) : text;
    }

    /** The text between quotation marks, without its escapes. */
    private static String text(String quoted) {
        if (quoted.length() < 2 || !quoted.endsWith("'")) {
            throw new Unconvertible(quoted + " is not closed");
        }
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static String format(List<String> written, List<String> arguments) {
        if (arguments.isEmpty() || !written.getFirst().startsWith("'")) {
            throw new Unconvertible(
                    "the template of States.Format is not a text in quotation marks");
        }
        String quoted = written.getFirst();
        String template = quoted.substring(1, quoted.length() - 1);
        List<String> parts = new ArrayList<>();
        var plain = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                plain.append(template.charAt(++i));
            } else if (template.startsWith("{}", i) && next < arguments.size()) {
                if (!plain.isEmpty()) {
                    parts.add(literal(plain.toString()));
                    plain.setLength(0);
                }
                parts.add("$string(" + arguments.get(next++) + ")");
                i++;
            } else {
                plain.append(c);
            }
        }
        if (!plain.isEmpty() || parts.isEmpty()) {
            parts.add(literal(plain.toString()));
        }
        return parts.size() == 1 ? parts.getFirst() : "(" + String.join(" & ", parts) + ")";
    }

    /** A text as JSONata writes it: between single marks where that spares escapes. */
    static String literal(String text) {
        String json = com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
        return text.contains("'")
                ? json
                : "'" + json.substring(1, json.length() - 1).replace("\\\"", "\"") + "'";
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean inText = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '\'') {
                inText = !inText;
            } else if (!inText && (c == '(' || c == '[')) {
                depth++;
            } else if (!inText && (c == ')' || c == ']')) {
                depth--;
            } else if (!inText && depth == 0 && c == ',') {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty() || !arguments.isEmpty()) {
            arguments.add(last);
        }
        return arguments;
    }
}

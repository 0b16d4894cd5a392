package dev.statecraft.editing;

import dev.statecraft.asl.Notation;
import dev.statecraft.editing.Whereabouts.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the indentation of the lines above the cursor where in a YAML text it stands. */
final class YamlScan {
    /** Dashes, perhaps a name with its colon, and the rest. */
    private static final Pattern LINE =
            Pattern.compile(
                    "(?s)^(?<dashes> *(?:- +)*)(?:(?<name>\"[^\"]*\"|'[^']*'|[^\\s\"'#\\[\\]{},:&*][^:#]*?) *:(?= |$))?(?<rest>.*)$");

    private final String text;
    private final int offset;

    YamlScan(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    Whereabouts whereabouts() {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        String before = text.substring(start, offset);
        Matcher line = LINE.matcher(before.endsWith("-") ? before + " " : before);
        if (!line.matches()) {
            return value(List.of(), offset);
        }
        String dashes = line.group("dashes");
        boolean hasName = line.group("name") != null;
        int column = dashes.length();
        List<String> path = above(start, dashes, column);
        if (!hasName && isTextBlock(start, column)) {
            return value(path, start + column);
        }
        if (hasName) {
            path.add(unquoted(line.group("name")));
            return inRest(path, start + line.start("rest"));
        }
        String rest = line.group("rest");
        if (rest.startsWith("{") || rest.startsWith("[")) {
            return inRest(path, start + column);
        }
        int from = Math.min(offset, start + column);
        String field = path.isEmpty() ? "" : path.getLast();
        boolean isListOfTexts =
                dashes.contains("-")
                        && path.size() > 1
                        && path.get(path.size() - 2).equals("ErrorEquals");
        boolean quoted = rest.startsWith("\"") || rest.startsWith("'");
        return new Whereabouts(
                path,
                isListOfTexts && !field.isEmpty() ? Part.VALUE : Part.NAME,
                quoted ? rest.substring(1) : rest,
                from,
                endOfWord(),
                quoted,
                Notation.YAML);
    }

    private Whereabouts inRest(List<String> path, int from) {
        String rest = text.substring(Math.min(from, offset), offset);
        int first = from + rest.length() - rest.stripLeading().length();
        char c = first < offset ? text.charAt(first) : ' ';
        if (c == '{' || c == '[') {
            return new JsonScan(text, first, offset, path).whereabouts(Notation.YAML);
        }
        return value(path, Math.min(first, offset));
    }

    private Whereabouts value(List<String> path, int from) {
        boolean quoted = from < offset && "\"'".indexOf(text.charAt(from)) >= 0;
        int eol = text.indexOf('\n', offset);
        int end = eol < 0 ? text.length() : eol;
        String line = text.substring(offset, end).stripTrailing();
        return new Whereabouts(
                path,
                Part.VALUE,
                text.substring(Math.min(offset, quoted ? from + 1 : from), offset),
                from,
                offset + line.length(),
                quoted,
                Notation.YAML);
    }

    /** True if a line above that is indented less begins a text of several lines. */
    private boolean isTextBlock(int start, int column) {
        int end = start - 1;
        while (end > 0) {
            int from = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(from, end);
            int indent = line.length() - line.stripLeading().length();
            if (!line.isBlank() && indent < column) {
                return line.matches(".*[:-] [|>][+-]?\\d?\\s*");
            }
            end = from - 1;
        }
        return false;
    }

    /** The path of what stands at {@code column} of the line that begins at {@code start}. */
    private List<String> above(int start, String dashes, int column) {
        List<String> path = new ArrayList<>();
        int limit = column;
        List<Integer> own = columnsOfDashes(dashes);
        int index = 0;
        boolean inList = false;
        if (!own.isEmpty()) {
            // Every dash but the first opens a list of its own on this line.
            for (int i = own.size() - 1; i > 0; i--) {
                path.addFirst("0");
            }
            limit = own.getFirst();
            inList = true;
        }
        int end = start - 1;
        while (end > 0 && (limit > 0 || inList)) {
            int from = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(from, end);
            end = from - 1;
            Matcher found = LINE.matcher(line);
            if (line.isBlank() || line.stripLeading().startsWith("#") || !found.matches()) {
                continue;
            }
            List<Integer> columns = columnsOfDashes(found.group("dashes"));
            int name = found.group("name") == null ? Integer.MAX_VALUE : found.start("name");
            if (inList && columns.contains(limit)) {
                index++;
                if (columns.getFirst() == limit) {
                    continue;
                }
            }
            if (columns.isEmpty() && (name < limit || inList && name == limit)) {
                if (inList) {
                    path.addFirst(String.valueOf(index));
                    inList = false;
                    index = 0;
                }
                path.addFirst(unquoted(found.group("name")));
                limit = name;
            } else if (!columns.isEmpty() && (name < limit || columns.getFirst() < limit)) {
                boolean isParent = name < limit || inList && name == limit;
                if (inList) {
                    path.addFirst(String.valueOf(index));
                    index = 0;
                }
                if (isParent) {
                    path.addFirst(unquoted(found.group("name")));
                }
                for (int i = columns.size() - 1; i > 0; i--) {
                    path.addFirst("0");
                }
                limit = columns.getFirst();
                inList = true;
            }
        }
        if (inList) {
            path.addFirst(String.valueOf(index));
        }
        return path;
    }

    private static List<Integer> columnsOfDashes(String dashes) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < dashes.length(); i++) {
            if (dashes.charAt(i) == '-') {
                columns.add(i);
            }
        }
        return columns;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") || name.startsWith("'")
                ? name.substring(1, name.length() - 1)
                : name.strip();
    }

    private int endOfWord() {
        int i = offset;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i))
                        || text.charAt(i) == '"'
                        || text.charAt(i) == '\'')) {
            i++;
        }
        return i;
    }
}

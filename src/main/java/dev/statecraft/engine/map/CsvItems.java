package dev.statecraft.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Rows of a CSV file as objects of texts. Cells beyond the headers are dropped, missing cells are empty (recorded 2023-07).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvItems {

    private CsvItems() {}

    static List<JsonNode> read(String text, JsonNode config) {
        char delimiter = delimiter(config.path("CSVDelimiter").asText("COMMA"));
        if (config.path("CSVHeaderLocation").asText().equals("GIVEN")) {
            List<String> headers = new ArrayList<>();
            config.path("CSVHeaders").forEach(header -> headers.add(header.asText()));
            return objects(headers, cells(text, delimiter));
        }
        List<List<String>> rows = cells(text, delimiter);
        return rows.isEmpty() ? List.of() : objects(rows.getFirst(), rows.subList(1, rows.size()));
    }

    static List<JsonNode> rows(String text, char delimiter, List<String> headers) {
        return objects(headers, cells(text, delimiter));
    }

    private static char delimiter(String name) {
        return switch (name) {
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            default -> ',';
        };
    }

    private static List<JsonNode> objects(List<String> headers, List<List<String>> rows) {
        if (new HashSet<>(headers).size() != headers.size()) {
            throw new ItemReading.Unreadable("CSV headers cannot contain duplicates.");
        }
        List<JsonNode> objects = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < headers.size(); i++) {
                object.put(headers.get(i), i < row.size() ? row.get(i) : "");
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<List<String>> cells(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == delimiter) {
                row.add(taken(cell));
            } else if (c == '\n') {
                row.add(taken(cell));
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(taken(cell));
            rows.add(row);
        }
        return rows;
    }

    private static String taken(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}

package dev.statecraft.asl.rules.data;

import dev.statecraft.asl.rules.ExpressionUse;
import dev.statecraft.query.jsonata.JsonataFunctionNames;
import dev.statecraft.query.jsonata.JsonataReferences;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in an expression that reads a variable.
 *
 * @param start offset in the expression
 */
public record VariableRead(String name, int start, int end) {

    public static List<VariableRead> in(ExpressionUse use) {
        return use.isJsonata() ? inJsonata(use.text()) : inPath(use.text());
    }

    private static List<VariableRead> inJsonata(String text) {
        return JsonataReferences.in(text).stream()
                .filter(it -> it.kind() == JsonataReferences.Kind.VARIABLE)
                // A function can be handed to another by its name alone.
                .filter(it -> !JsonataFunctionNames.ALL.contains(it.name()))
                .map(it -> new VariableRead(it.name(), it.start(), it.end()))
                .toList();
    }

    /** In a path, or in the arguments of an intrinsic function. */
    private static List<VariableRead> inPath(String text) {
        List<VariableRead> reads = new ArrayList<>();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '$') {
                int end = i + 1;
                if (end < text.length() && text.charAt(end) == '$') {
                    i = end;
                    continue;
                }
                while (end < text.length()
                        && (Character.isUnicodeIdentifierPart(text.charAt(end))
                                || text.charAt(end) == '_')) {
                    end++;
                }
                if (end > i + 1) {
                    reads.add(new VariableRead(text.substring(i + 1, end), i, end));
                }
                i = end - 1;
            }
        }
        return reads;
    }
}

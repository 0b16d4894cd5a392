package dev.statecraft.query.intrinsics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.statecraft.query.Expression;
import dev.statecraft.query.IntrinsicCall;
import dev.statecraft.query.InvalidExpression;
import dev.statecraft.query.JsonPath;
import dev.statecraft.query.Literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a call: a name, and arguments that are texts in single quotes, numbers, null, booleans, paths or calls. */
public final class IntrinsicParser {
    private final String text;
    private int at;

    private IntrinsicParser(String text) {
        this.text = text;
    }

    public static IntrinsicCall parse(String text) {
        var parser = new IntrinsicParser(text);
        IntrinsicCall call = parser.call(1);
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.wrong("nothing may follow the closing parenthesis");
        }
        return call;
    }

    private IntrinsicCall call(int depth) {
        if (depth > IntrinsicCall.MAX_NESTING) {
            throw wrong("calls are nested more than " + IntrinsicCall.MAX_NESTING + " deep");
        }
        int start = at;
        String name = word();
        Optional<IntrinsicFunction> function = IntrinsicFunction.named(name);
        if (function.isEmpty()) {
            throw new InvalidExpression(
                    "The function '" + name + "' is not a valid intrinsic function",
                    "The intrinsic functions are " + IntrinsicFunction.names() + ".");
        }
        expect('(');
        List<Expression> arguments = new ArrayList<>();
        skipBlanks();
        if (peek() != ')') {
            arguments.add(argument(depth, function.get() == IntrinsicFunction.Format));
            while (peek() == ',') {
                at++;
                arguments.add(argument(depth, false));
            }
        }
        expect(')');
        function.get().checkCount(arguments.size());
        return new IntrinsicCall(text.substring(start, at), function.get(), arguments);
    }

    private Expression argument(int depth, boolean template) {
        skipBlanks();
        Expression argument =
                switch (peek()) {
                    case '\'' -> new Literal(TextNode.valueOf(quoted(template)));
                    case '$' -> JsonPath.compile(path());
                    case 'S' -> call(depth + 1);
                    default -> new Literal(scalar());
                };
        skipBlanks();
        return argument;
    }

    /** @param template true for the template of States.Format, which must still know what was escaped */
    private String quoted(boolean template) {
        StringBuilder value = new StringBuilder();
        at++;
        while (peek() != '\'') {
            if (at >= text.length()) {
                throw wrong("a text in single quotes is never closed");
            }
            char c = text.charAt(at++);
            if (c == '\\') {
                value.append(escaped(template));
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    private String escaped(boolean template) {
        char c = peek();
        at++;
        return switch (c) {
            case '\'' -> "'";
            case '\\', '{', '}' -> template ? "\\" + c : String.valueOf(c);
            default -> throw wrong("\"\\" + c + "\" is not an escape; \\', \\{, \\} and \\\\ are");
        };
    }

    private String path() {
        int start = at;
        int depth = 0;
        char quote = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '\'' || c == '"') && depth > 0) {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if ((c == ']' || c == ')') && depth > 0) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')' || Character.isWhitespace(c))) {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }

    private JsonNode scalar() {
        String word = word();
        return switch (word) {
            case "null" -> NullNode.instance;
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> number(word);
        };
    }

    private JsonNode number(String word) {
        try {
            return word.matches("-?[0-9]{1,18}")
                    ? LongNode.valueOf(Long.parseLong(word))
                    : DoubleNode.valueOf(decimal(word));
        } catch (NumberFormatException e) {
            throw wrong(
                    "\""
                            + word
                            + "\" is neither a text in single quotes, a number, true, false, null, a path nor a call");
        }
    }

    private static double decimal(String word) {
        if (word.isEmpty() || "-0123456789".indexOf(word.charAt(0)) < 0) {
            throw new NumberFormatException(word);
        }
        return Double.parseDouble(word);
    }

    private String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && "(),' ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void expect(char c) {
        skipBlanks();
        if (peek() != c) {
            throw wrong("\"" + c + "\" is expected");
        }
        at++;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private InvalidExpression wrong(String why) {
        return new InvalidExpression(
                "The intrinsic function call cannot be read: " + text,
                "At character " + (at + 1) + ", " + why + ".");
    }
}

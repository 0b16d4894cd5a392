package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;

import dev.statecraft.query.Scope;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The functions that we bind over the library's: those that the service adds, and those whose own version could run or grow without
 * bounds, or read the real clock.
 */
final class JsonataFunctions {
    /** The service takes a text of 2^22 characters and refuses one of 2^23. */
    static final int MAX_TEXT = 4_194_304;

    /** The service takes [1..873782] and refuses [1..873783]. */
    static final int MAX_LIST = 873_782;

    private static final int MAX_PRECISION = 15;
    private static final int MAX_PICTURE = 128;

    /** A field of a moment, such as {@code [Y,2-4]}, whose width has four digits or more. */
    private static final Pattern WIDE_FIELD = Pattern.compile("\\[[^\\]]*,[^\\]]*[0-9]{4,}");

    /** A picture of a number without a place for a digit, which the library lets pass. */
    private static final Pattern DIGITLESS = Pattern.compile("[^0-9#]*");

    /** Made once: they take what differs between evaluations from the frame that calls them. */
    private static final Map<String, JFunction> PURE =
            Map.ofEntries(
                    function("pad", "<s-ns?:s>", arguments -> JsonataTexts.pad(arguments)),
                    function("join", "<a<s>s?:s>", arguments -> JsonataTexts.join(arguments)),
                    function(
                            "replace",
                            "<s-(sf)(sf)n?:s>",
                            arguments -> JsonataTexts.replace(arguments)),
                    function(
                            "split", "<s-(sf)n?:a<s>>", arguments -> JsonataTexts.split(arguments)),
                    function(
                            "contains",
                            "<s-(sf):b>",
                            arguments -> JsonataTexts.contains(arguments)),
                    function(
                            "match",
                            "<s-f<s:o>n?:a<o>>",
                            arguments -> JsonataTexts.match(arguments)),
                    function("string", "<x-b?:s>", arguments -> JsonataTexts.string(arguments)),
                    function(
                            "partition",
                            "<an:a<a>>",
                            arguments -> JsonataLists.partition(arguments)),
                    function("range", "<nnn?:a<n>>", arguments -> JsonataLists.range(arguments)),
                    function("spread", "<x-:a<o>>", arguments -> JsonataLists.spread(arguments)),
                    function("zip", "<a+>", arguments -> JsonataLists.zip(arguments)),
                    function("hash", "<ss?:s>", arguments -> JsonataTexts.hash(arguments)),
                    function("parse", "<s:x>", arguments -> JsonataTexts.parse(arguments)),
                    function(
                            "round",
                            "<n-n?:n>",
                            arguments -> JsonataNumbers.round(arguments, MAX_PRECISION)),
                    function("count", "<x-:n>", arguments -> JsonataLists.count(arguments)),
                    function("encodeUrl", "<s-:s>", arguments -> JsonataUrls.encodeUrl(arguments)),
                    function(
                            "encodeUrlComponent",
                            "<s-:s>",
                            arguments -> JsonataUrls.encodeUrlComponent(arguments)),
                    function("decodeUrl", "<s-:s>", arguments -> JsonataUrls.decodeUrl(arguments)),
                    function(
                            "decodeUrlComponent",
                            "<s-:s>",
                            arguments -> JsonataUrls.decodeUrlComponent(arguments)),
                    guarded("formatNumber", "<n-so?:s>", MAX_PICTURE),
                    guarded("formatInteger", "<n-s:s>", MAX_PICTURE),
                    guarded("fromMillis", "<n-s?s?:s>", MAX_PICTURE),
                    guarded("toMillis", "<s-s?:n>", MAX_PICTURE));

    private JsonataFunctions() {}

    /** All names of functions of ours. */
    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(PURE.keySet());
        names.addAll(List.of("uuid", "random", "millis", "now", "eval"));
        return names;
    }

    /** Binds the functions that the expression can reach. */
    static void bind(Jsonata.Frame frame, Scope scope, JsonataNeeds needs) {
        for (String name : needs.functions()) {
            JFunction pure = PURE.get(name);
            if (pure == null) {
                bind(frame, scope, name);
            } else {
                frame.bind(name, pure);
            }
        }
    }

    private static void bind(Jsonata.Frame frame, Scope scope, String name) {
        switch (name) {
            case "uuid" ->
                    frame.bind(
                            name,
                            new JFunction(
                                    (input, arguments) -> scope.random().nextUuid().toString(),
                                    "<:s>"));
            case "random" ->
                    frame.bind(
                            name,
                            new JFunction(
                                    (input, arguments) -> JsonataNumbers.random(arguments, scope),
                                    "<n?:n>"));
            case "millis" ->
                    frame.bind(
                            name,
                            new JFunction(
                                    (input, arguments) -> scope.now().toEpochMilli(), "<:n>"));
            case "now" ->
                    frame.bind(
                            name,
                            new JFunction(
                                    (input, arguments) -> JsonataNumbers.now(arguments, scope),
                                    "<s?s?:s>"));
            default -> frame.bind(name, new JFunction((input, arguments) -> refused(), "<sx?:x>"));
        }
    }

    private static Object refused() {
        throw stopped("$eval is not supported");
    }

    /** What a function does with its arguments; undefined comes and goes as null. */
    interface Body {
        @Nullable Object apply(List<?> arguments);
    }

    private static Map.Entry<String, JFunction> function(String name, String signature, Body body) {
        JFunctionCallable callable = (input, arguments) -> body.apply(arguments);
        return Map.entry(name, new JFunction(callable, signature));
    }

    /** The library's own function, whose pictures (second and further texts) must not be longer than {@code most}. */
    private static Map.Entry<String, JFunction> guarded(String name, String signature, int most) {
        JFunction original =
                (JFunction) Objects.requireNonNull(Jsonata.jsonata("$" + name).evaluate(null));
        JFunctionCallable callable =
                (input, arguments) -> {
                    for (int i = 1; i < arguments.size(); i++) {
                        checkPicture(arguments.get(i), most);
                    }
                    if (name.equals("formatNumber")
                            && (arguments.size() < 3 || arguments.get(2) == null)) {
                        checkNumberPicture(arguments.get(1));
                    }
                    return original.call(input, arguments);
                };
        return Map.entry(name, new JFunction(callable, signature));
    }

    /** Refuses a picture of a moment that asks for more than it should. */
    static void checkPicture(String picture) {
        checkPicture(picture, MAX_PICTURE);
    }

    private static void checkNumberPicture(@Nullable Object picture) {
        if (picture instanceof String text && DIGITLESS.matcher(text).matches()) {
            throw failure(
                    "The mantissa part of a sub-picture must contain at least one character that is either an"
                            + " \"optional digit character\" or a member of the \"decimal digit family\"");
        }
    }

    private static void checkPicture(@Nullable Object picture, int most) {
        if (picture instanceof String text
                && (text.length() > most || WIDE_FIELD.matcher(text).find())) {
            throw stopped("a picture is too long or asks for too many places");
        }
    }

    /** A bound of ours is passed: the service's own clock would have stopped the expression. */
    static JException stopped(String why) {
        return failure("The expression was stopped: " + why + ".");
    }

    /** The service's bound on what an expression may build is passed. */
    static JException tooLarge() {
        return failure("Expression evaluation memory limit exceeded");
    }

    static JException failure(String message) {
        return new JException(message, -1) {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                return message;
            }
        };
    }

    /** Refuses a result that is larger than the service's own bounds. */
    static void checkSize(@Nullable Object result) {
        boolean tooLarge =
                result instanceof String text && text.length() > MAX_TEXT
                        || result instanceof List<?> list && list.size() > MAX_LIST
                        || result instanceof Map<?, ?> map && map.size() > MAX_LIST;
        if (tooLarge) {
            throw tooLarge();
        }
    }

    static Optional<Number> number(List<?> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof Number number
                ? Optional.of(number)
                : Optional.empty();
    }

    static Optional<String> text(List<?> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}

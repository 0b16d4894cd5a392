package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * What the word under the pointer means.
 *
 * @param from offset of the word
 * @param to offset after it
 * @param about one or two sentences
 */
public record Explanation(int from, int to, String name, String about) {

    public static Optional<Explanation> at(String text, int offset, Words words) {
        if (offset < 0 || offset >= text.length()) {
            return Optional.empty();
        }
        int from = offset;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        int to = offset;
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        if (from == to) {
            return Optional.empty();
        }
        String name = text.substring(from, to);
        Typing typing = Typing.at(text, to);
        int start = from;
        int end = to;
        return about(name, typing, words)
                .map(it -> new Explanation(start, end, name, it))
                .or(() -> state(typing));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_$.:-".indexOf(c) >= 0;
    }

    private static Optional<String> about(String name, Typing typing, Words words) {
        Whereabouts where = typing.whereabouts();
        boolean isFieldOfLanguage =
                where.isName() && !FieldNames.of(typing.setting(), resource(typing)).contains(name);
        if (isFieldOfLanguage) {
            return Optional.empty();
        }
        if (name.startsWith("arn:")) {
            return resource(name, words);
        }
        String known = name;
        // Of a longer path the part is explained that something is known about.
        while (words.about(known).isEmpty() && known.startsWith("$") && known.contains(".")) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        boolean isWordOfLanguage =
                where.isName()
                        || known.startsWith("$")
                        || known.startsWith("States.")
                        || Completion.hasNamedValues(where.field());
        return isWordOfLanguage
                ? Optional.of(words.about(known)).filter(it -> !it.isEmpty())
                : Optional.empty();
    }

    private static String resource(Typing typing) {
        return typing.state().path("Resource").asText("");
    }

    private static Optional<String> resource(String arn, Words words) {
        Optional<String> own =
                words.resources().stream()
                        .filter(it -> it.arn().equals(arn))
                        .map(Words.Resource::says)
                        .findFirst();
        int pattern = arn.indexOf('.');
        String about =
                arn.contains(":aws-sdk:")
                        ? words.about("SDK integration")
                        : words.about(pattern < 0 ? "Request response" : arn.substring(pattern));
        return own.or(
                        () ->
                                arn.startsWith("arn:aws:states:::")
                                        ? Optional.of(about)
                                        : Optional.empty())
                .filter(it -> !it.isEmpty());
    }

    /** A state that is named by another: what it is, and what its comment says. */
    private static Optional<Explanation> state(Typing typing) {
        Whereabouts where = typing.whereabouts();
        if (where.isName() || !Set.of("Next", "Default", "StartAt").contains(where.field())) {
            return Optional.empty();
        }
        String name =
                typing.text().substring(where.from(), where.to()).replaceAll("^[\"']|[\"']$", "");
        var path = new ArrayList<>(typing.setting().owner());
        path.add("States");
        path.add(name);
        JsonNode state = typing.document().json(path);
        if (!state.isObject()) {
            return Optional.empty();
        }
        String type = "A " + state.path("Type").asText("state without a Type") + " state.";
        String comment = state.path("Comment").asText("");
        return Optional.of(
                new Explanation(where.from(), where.to(), name, (type + " " + comment).strip()));
    }
}

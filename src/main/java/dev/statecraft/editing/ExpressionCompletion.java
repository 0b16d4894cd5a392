package dev.statecraft.editing;

import dev.statecraft.asl.QueryLanguage;
import dev.statecraft.asl.Vocabulary;
import dev.statecraft.editing.Suggestion.Suggestions;
import dev.statecraft.query.intrinsics.IntrinsicFunction;
import dev.statecraft.query.jsonata.JsonataFunctionNames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Offers what an expression inside a text can go on with: functions, variables, {@code $states}, the Context object. */
final class ExpressionCompletion {
    private static final Set<String> WITH_RESULT = Set.of("Task", "Parallel", "Map");
    private static final Set<String> PATH_FIELDS =
            Set.of("InputPath", "OutputPath", "ItemsPath", "Variable");

    private final Typing typing;
    private final Setting setting;
    private final Words words;
    private final Optional<String> jsonata;

    ExpressionCompletion(Typing typing, Setting setting, Words words) {
        this.typing = typing;
        this.setting = setting;
        this.words = words;
        this.jsonata = typing.jsonata();
    }

    boolean isExpression() {
        return jsonata.isPresent() || isPath();
    }

    private boolean isPath() {
        Whereabouts where = typing.whereabouts();
        return !where.isName()
                && setting.language() == QueryLanguage.JSONPath
                && !setting.state().isEmpty()
                && (where.field().endsWith(".$")
                        || PATH_FIELDS.contains(where.field())
                        || where.field().endsWith("Path") && !where.field().equals("ResultPath"));
    }

    Suggestions suggestions() {
        String before = jsonata.orElse(typing.whereabouts().written());
        int start = startOfWord(before);
        String word = before.substring(start);
        int from = typing.offset() - word.length();
        return new Suggestions(
                from,
                typing.offset(),
                jsonata.isPresent()
                        ? inJsonata(word)
                        : inPath(word, before.length() == word.length()));
    }

    private static int startOfWord(String text) {
        int at = text.length();
        while (at > 0
                && (Character.isLetterOrDigit(text.charAt(at - 1))
                        || "_$.".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    private List<Suggestion> inJsonata(String word) {
        if (word.startsWith("$states.context.")) {
            return context("$states.context.", word.substring("$states.context.".length()));
        }
        if (!word.isEmpty() && !word.startsWith("$")) {
            return List.of();
        }
        List<Suggestion> options = new ArrayList<>();
        for (String field : statesFields()) {
            options.add(option("$states." + field, "variable", ""));
        }
        variables(options);
        for (String name : JsonataFunctionNames.ALL.stream().sorted().toList()) {
            // The service refuses it.
            if (!name.equals("eval")) {
                options.add(call("$" + name));
            }
        }
        return options;
    }

    private List<String> statesFields() {
        List<String> fields = new ArrayList<>(List.of("input", "context"));
        boolean inCatcher = typing.whereabouts().path().contains("Catch");
        if (inCatcher) {
            fields.add("errorOutput");
        } else if (WITH_RESULT.contains(setting.type())
                && typing.whereabouts().path().stream()
                        .anyMatch(it -> it.equals("Output") || it.equals("Assign"))) {
            fields.add("result");
        }
        return fields;
    }

    private void variables(List<Suggestion> options) {
        for (String name : typing.variables()) {
            options.add(Suggestion.of("$" + name, "variable", "assigned", "", "$" + name));
        }
    }

    /** @param first true at the beginning of the path, where a function can be called */
    private List<Suggestion> inPath(String word, boolean first) {
        if (word.startsWith("$$.")) {
            return context("$$.", word.substring("$$.".length()));
        }
        List<Suggestion> options = new ArrayList<>();
        options.add(option("$", "variable", "input"));
        options.add(option("$$", "variable", "Context object"));
        for (String name : sorted(Vocabulary.contextFields(""))) {
            options.add(
                    Suggestion.of(
                            "$$." + name, "variable", "context", words.about(name), "$$." + name));
        }
        variables(options);
        if (typing.whereabouts().field().endsWith(".$") || !first) {
            Arrays.stream(IntrinsicFunction.values())
                    .map(IntrinsicFunction::fullName)
                    .sorted()
                    .forEach(it -> options.add(call(it)));
        }
        return options;
    }

    /** @param rest what follows the prefix, up to the cursor */
    private List<Suggestion> context(String prefix, String rest) {
        int dot = rest.lastIndexOf('.');
        String outer = dot < 0 ? "" : rest.substring(0, dot);
        String holder = outer.substring(outer.lastIndexOf('.') + 1);
        List<Suggestion> options = new ArrayList<>();
        for (String name : sorted(Vocabulary.contextFields(holder))) {
            String whole = prefix + (outer.isEmpty() ? "" : outer + ".") + name;
            options.add(Suggestion.of(whole, "variable", "context", words.about(name), whole));
        }
        return options;
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private Suggestion option(String name, String kind, String detail) {
        return Suggestion.of(name, kind, detail, words.about(name), name);
    }

    private Suggestion call(String name) {
        String written = name + "()";
        return new Suggestion(
                name, "function", "function", words.about(name), written, written.length() - 1);
    }
}

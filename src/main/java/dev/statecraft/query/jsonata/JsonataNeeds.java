package dev.statecraft.query.jsonata;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What an expression may reach, by its text: at least what it does reach, so that nothing else need be prepared for it. Names can only
 * be reached by writing them out.
 *
 * @param functions those of ours that the text may name
 * @param context true if it may look at {@code $states.context}
 */
record JsonataNeeds(List<String> functions, boolean context) {
    private static final Pattern MORE_THAN_VALUES =
            Pattern.compile("\\$states(?!\\s*\\.\\s*(?:input|result|errorOutput)\\b)");

    static JsonataNeeds of(String text) {
        List<String> functions =
                JsonataFunctions.names().stream().filter(it -> text.contains("$" + it)).toList();
        return new JsonataNeeds(
                functions, text.contains("context") || MORE_THAN_VALUES.matcher(text).find());
    }
}

package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.ServiceError;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A part of a list: {@code maxResults} items after the one that {@code nextToken} names. A token holds the place of the last
 * item, not a count, so that nothing is shown twice or left out when the list grows meanwhile.
 */
final class Page<T> {
    /** Marks our tokens, and with the place makes them fit one list only. */
    private static final String MARK = "after:";

    private final int size;
    private final Optional<Long> after;
    private final String list;

    private Page(int size, Optional<Long> after, String list) {
        this.size = size;
        this.after = after;
        this.list = list;
    }

    /** @param list names the list; a token of another list is refused */
    static <T> Page<T> of(Parameters parameters, String list, int defaultSize, int maxToken) {
        long size = parameters.number("maxResults", 0, 1000).orElse(0L);
        Optional<String> token = parameters.text("nextToken", 1, maxToken);
        parameters.check();
        return new Page<>(
                size == 0 ? defaultSize : (int) size, token.map(it -> place(it, list)), list);
    }

    private static long place(String token, String list) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String start = MARK + list + ":";
            if (text.startsWith(start)) {
                return Long.parseLong(text.substring(start.length()));
            }
        } catch (IllegalArgumentException e) {
            // Not a token of ours.
        }
        throw ServiceError.invalidToken();
    }

    /**
     * Gives the items of this page to {@code each}, and adds {@code nextToken} to {@code answer} if there are more.
     *
     * @param place of an item
     * @param falling true if places fall along the list, false if they grow
     */
    void show(
            List<T> items,
            ToLongFunction<T> place,
            boolean falling,
            ObjectNode answer,
            Consumer<T> each) {
        int start = 0;
        while (after.isPresent()
                && start < items.size()
                && !isAfter(place.applyAsLong(items.get(start)), falling)) {
            start++;
        }
        int end = Math.min(items.size(), start + size);
        items.subList(start, end).forEach(each);
        if (end < items.size()) {
            String token = MARK + list + ":" + place.applyAsLong(items.get(end - 1));
            answer.put(
                    "nextToken",
                    Base64.getUrlEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private boolean isAfter(long place, boolean falling) {
        long last = after.orElseThrow();
        return falling ? place < last : place > last;
    }
}

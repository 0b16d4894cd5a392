package dev.statecraft.query;

import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Functions on lists that the service adds, or that must be bounded. */
final class JsonataLists {

    private JsonataLists() {}

    static @Nullable Object partition(List<?> arguments) {
        if (!(arguments.getFirst() instanceof List<?> list)) {
            return null;
        }
        int size =
                JsonataFunctions.number(arguments, 1)
                        .map(it -> (int) Math.floor(it.doubleValue()))
                        .orElse(0);
        if (size <= 0) {
            throw JsonataFunctions.stopped("the size of a partition must be 1 or more");
        }
        List<Object> chunks = new Utils.JList<>();
        for (int i = 0; i < list.size(); i += size) {
            chunks.add(new ArrayList<>(list.subList(i, Math.min(i + size, list.size()))));
        }
        return chunks;
    }

    /** From first to last, inclusive; a range of one number is that number, as for every JSONata sequence. */
    static @Nullable Object range(List<?> arguments) {
        if (arguments.stream().limit(3).anyMatch(it -> !(it instanceof Number))) {
            return null;
        }
        long first = floor(arguments, 0);
        long last = floor(arguments, 1);
        long step = floor(arguments, 2);
        if (step == 0) {
            throw JsonataFunctions.stopped("the step of a range must not be 0");
        }
        if (Math.abs((double) last - first) / Math.abs((double) step) > JsonataFunctions.MAX_LIST) {
            throw JsonataFunctions.stopped(
                    "a list has more than " + JsonataFunctions.MAX_LIST + " elements");
        }
        Utils.JList<Object> range = new Utils.JList<>();
        range.sequence = true;
        for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
            range.add(value);
        }
        return range.size() == 1 ? range.getFirst() : range;
    }

    private static long floor(List<?> arguments, int index) {
        return (long) Math.floor(((Number) arguments.get(index)).doubleValue());
    }

    static Object zip(List<?> arguments) {
        int shortest =
                arguments.stream()
                        .mapToInt(it -> it instanceof List<?> list ? list.size() : 0)
                        .min()
                        .orElse(0);
        if ((long) shortest * arguments.size() > JsonataFunctions.MAX_LIST) {
            throw JsonataFunctions.stopped(
                    "a list has more than " + JsonataFunctions.MAX_LIST + " elements");
        }
        List<Object> zipped = new Utils.JList<>();
        for (int i = 0; i < shortest; i++) {
            List<Object> row = new ArrayList<>();
            for (Object argument : arguments) {
                row.add(((List<?>) argument).get(i));
            }
            zipped.add(row);
        }
        return zipped;
    }

    /** The library's own takes time that grows with the square of the list. */
    static @Nullable Object spread(List<?> arguments) {
        Object value = arguments.getFirst();
        if (!(value instanceof List<?>) && !(value instanceof Map<?, ?>)) {
            return value;
        }
        Utils.JList<Object> spread = new Utils.JList<>();
        spread.sequence = true;
        addSpread(value, spread);
        return spread;
    }

    private static void addSpread(@Nullable Object value, List<Object> spread) {
        if (value instanceof List<?> list) {
            list.forEach(item -> addSpread(item, spread));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, field) -> add(Collections.singletonMap(key, field), spread));
        } else if (value != null) {
            add(value, spread);
        }
    }

    private static void add(Object item, List<Object> list) {
        if (list.size() >= JsonataFunctions.MAX_LIST) {
            throw JsonataFunctions.stopped(
                    "a list has more than " + JsonataFunctions.MAX_LIST + " elements");
        }
        list.add(item);
    }
}

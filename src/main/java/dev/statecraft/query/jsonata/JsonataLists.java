package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Functions on lists that the service adds, or that must be bounded. */
final class JsonataLists {

    /** The service takes $range(1, 360145, 1) and refuses one number more (publicly reported, 2026-08). */
    private static final int MAX_RANGE = 360_145;

    private JsonataLists() {}

    /** Null is one value, which the library takes for none. */
    static Object count(List<?> arguments) {
        Object value = arguments.getFirst();
        return value instanceof List<?> list ? list.size() : value == null ? 0 : 1;
    }

    /** Numbers are cut towards zero. An empty array, or chunks of nothing, give nothing. */
    static @Nullable Object partition(List<?> arguments) {
        long size = JsonataFunctions.number(arguments, 1).map(Number::longValue).orElse(0L);
        if (!(arguments.getFirst() instanceof List<?> list) || list.isEmpty() || size <= 0) {
            return null;
        }
        List<Object> chunks = new Utils.JList<>();
        for (long i = 0; i < list.size(); i += size) {
            long end = Math.min(i + size, list.size());
            chunks.add(new ArrayList<>(list.subList((int) i, (int) end)));
        }
        return chunks;
    }

    /**
     * From first to last, inclusive; a range of one number is that number, as for every JSONata sequence. A step that does not lead to
     * the last number gives nothing.
     */
    static @Nullable Object range(List<?> arguments) {
        if (arguments.stream().limit(3).filter(Number.class::isInstance).count() < 3) {
            return null;
        }
        long first = whole(arguments, 0);
        long last = whole(arguments, 1);
        long step = whole(arguments, 2);
        if (step == 0 || (first < last && step < 0) || (first > last && step > 0)) {
            return null;
        }
        if (Math.abs((double) last - first) / Math.abs((double) step) >= MAX_RANGE) {
            throw JsonataFunctions.tooLarge();
        }
        Utils.JList<Object> range = new Utils.JList<>();
        range.sequence = true;
        for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
            range.add(value);
        }
        return range.size() == 1 ? range.getFirst() : range;
    }

    private static long whole(List<?> arguments, int index) {
        return ((Number) arguments.get(index)).longValue();
    }

    static Object zip(List<?> arguments) {
        int shortest =
                arguments.stream()
                        .mapToInt(it -> it instanceof List<?> list ? list.size() : 0)
                        .min()
                        .orElse(0);
        if ((long) shortest * arguments.size() > JsonataFunctions.MAX_LIST) {
            throw JsonataFunctions.tooLarge();
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
            throw JsonataFunctions.tooLarge();
        }
        list.add(item);
    }
}

package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values between Jackson and the JSONata library, which knows Map, List and plain Java values. JSON goes in as views that convert nothing
 * until it is looked at; what comes out is measured while it is converted.
 */
final class JsonataValues {
    /** The largest result, in values. */
    static final int MAX_NODES = 1_000_000;

    private static final int MAX_DEPTH = 200;
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private JsonataValues() {}

    static Object view(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new ObjectView((ObjectNode) node);
            case ARRAY -> new ArrayView((ArrayNode) node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                    node.isInt()
                            ? (Number) node.intValue()
                            : node.isLong()
                                    ? (Number) node.longValue()
                                    : (Number) node.doubleValue();
            case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
        };
    }

    static boolean isUndefined(@Nullable Object value) {
        return value == null;
    }

    /** The value as JSON; empty for undefined and for functions. */
    static Optional<JsonNode> toJson(@Nullable Object value) {
        return Optional.ofNullable(new Conversion().convert(value, 0));
    }

    /** Counts the values it converts. */
    private static final class Conversion {
        private int nodes;

        private @Nullable JsonNode convert(@Nullable Object value, int depth) {
            if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
                throw JsonataFunctions.stopped("its result is too large");
            }
            if (value instanceof ObjectView view) {
                return view.node;
            }
            if (value instanceof ArrayView view) {
                return view.node;
            }
            if (value == Jsonata.NULL_VALUE) {
                return NullNode.instance;
            }
            if (value instanceof String text) {
                return TextNode.valueOf(text);
            }
            if (value instanceof Boolean flag) {
                return BooleanNode.valueOf(flag);
            }
            if (value instanceof Number number) {
                return number(number);
            }
            if (value instanceof Map<?, ?> map) {
                return object(map, depth);
            }
            return value instanceof List<?> list ? array(list, depth) : null;
        }

        private JsonNode object(Map<?, ?> map, int depth) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach(
                    (key, value) -> {
                        JsonNode json = convert(value, depth + 1);
                        if (json != null) {
                            object.set(String.valueOf(key), json);
                        }
                    });
            return object;
        }

        private JsonNode array(List<?> list, int depth) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Object element : list) {
                JsonNode json = convert(element, depth + 1);
                if (json != null) {
                    array.add(json);
                }
            }
            return array;
        }
    }

    private static JsonNode number(Number number) {
        if (number instanceof Integer integer) {
            return IntNode.valueOf(integer);
        }
        if (number instanceof Long value) {
            return whole(value);
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE
                    ? whole(big.longValue())
                    : BigIntegerNode.valueOf(big);
        }
        double value =
                number instanceof BigDecimal decimal ? decimal.doubleValue() : number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
            return whole((long) value);
        }
        return DoubleNode.valueOf(value);
    }

    private static JsonNode whole(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private static final class ArrayView extends AbstractList<Object> {
        private final ArrayNode node;

        private ArrayView(ArrayNode node) {
            this.node = node;
        }

        @Override
        public Object get(int index) {
            return view(node.get(index));
        }

        @Override
        public int size() {
            return node.size();
        }
    }

    private static final class ObjectView extends AbstractMap<String, Object> {
        private final ObjectNode node;

        private ObjectView(ObjectNode node) {
            this.node = node;
        }

        @Override
        public @Nullable Object get(Object key) {
            JsonNode value = node.get(String.valueOf(key));
            return value == null ? null : view(value);
        }

        @Override
        public boolean containsKey(Object key) {
            return node.has(String.valueOf(key));
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    Iterator<Entry<String, JsonNode>> fields = node.properties().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return fields.hasNext();
                        }

                        @Override
                        public Entry<String, Object> next() {
                            Entry<String, JsonNode> field = fields.next();
                            return Map.entry(field.getKey(), view(field.getValue()));
                        }
                    };
                }

                @Override
                public int size() {
                    return node.size();
                }
            };
        }
    }
}

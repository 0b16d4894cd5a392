package dev.statecraft.asl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operators of a JSONPath choice rule, without the suffix {@code Path}: the operand says whether it is a path. */
public enum ComparisonOperator {
    StringEquals,
    StringLessThan,
    StringGreaterThan,
    StringLessThanEquals,
    StringGreaterThanEquals,
    StringMatches,
    NumericEquals,
    NumericLessThan,
    NumericGreaterThan,
    NumericLessThanEquals,
    NumericGreaterThanEquals,
    BooleanEquals,
    TimestampEquals,
    TimestampLessThan,
    TimestampGreaterThan,
    TimestampLessThanEquals,
    TimestampGreaterThanEquals,
    IsNull,
    IsPresent,
    IsNumeric,
    IsString,
    IsBoolean,
    IsTimestamp;

    /** True if the operator has a second form whose operand is a path. */
    public boolean hasPathForm() {
        return this != StringMatches && !name().startsWith("Is");
    }

    /** The operator a field names, with or without {@code Path}. */
    public static Optional<ComparisonOperator> ofField(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    private static final Map<String, ComparisonOperator> BY_FIELD = new HashMap<>();

    static {
        for (ComparisonOperator operator : values()) {
            BY_FIELD.put(operator.name(), operator);
            if (operator.hasPathForm()) {
                BY_FIELD.put(operator.name() + "Path", operator);
            }
        }
    }
}

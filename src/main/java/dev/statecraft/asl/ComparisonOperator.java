package dev.statecraft.asl;

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
        for (ComparisonOperator operator : values()) {
            if (field.equals(operator.name())
                    || (operator.hasPathForm() && field.equals(operator.name() + "Path"))) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}

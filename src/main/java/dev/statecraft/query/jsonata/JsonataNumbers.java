package dev.statecraft.query.jsonata;

import com.dashjoin.jsonata.Functions;

import dev.statecraft.query.Scope;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Functions on numbers and time that are bounded, seeded or on the virtual clock. */
final class JsonataNumbers {

    private JsonataNumbers() {}

    /** Half to even, as JSONata rounds. */
    static @Nullable Object round(List<?> arguments, int maxPrecision) {
        if (JsonataFunctions.number(arguments, 0).isEmpty()) {
            return null;
        }
        int precision = JsonataFunctions.number(arguments, 1).map(Number::intValue).orElse(0);
        if (precision < -maxPrecision || precision > maxPrecision) {
            throw JsonataFunctions.stopped(
                    "$round takes a precision from -" + maxPrecision + " to " + maxPrecision);
        }
        double value = JsonataFunctions.number(arguments, 0).get().doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        return BigDecimal.valueOf(value).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The same seed yields the same number, and the one that the service's Java yields (publicly reported, 2026-08). */
    static Object random(List<?> arguments, Scope scope) {
        return JsonataFunctions.number(arguments, 0)
                .map(seed -> firstDouble(seed.longValue()))
                .orElseGet(() -> scope.random().nextDouble());
    }

    /** The first number that {@code java.util.Random} of this seed gives: its documented linear congruential formula. */
    private static double firstDouble(long seed) {
        long first = next(seed ^ 0x5DEECE66DL);
        long second = next(first);
        return (((first >>> 22) << 27) + (second >>> 21)) * 0x1.0p-53;
    }

    private static long next(long state) {
        return (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
    }

    static Object now(List<?> arguments, Scope scope) {
        Optional<String> picture = JsonataFunctions.text(arguments, 0);
        if (picture.isPresent()) {
            JsonataFunctions.checkPicture(picture.get());
            return Functions.dateTimeFromMillis(
                    scope.now().toEpochMilli(),
                    picture.get(),
                    JsonataFunctions.text(arguments, 1).orElse(null));
        }
        String text = scope.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
}

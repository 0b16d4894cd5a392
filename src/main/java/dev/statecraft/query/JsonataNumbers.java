package dev.statecraft.query;

import com.dashjoin.jsonata.Functions;

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

    /** The same seed yields the same number. */
    static Object random(List<?> arguments, Scope scope) {
        return JsonataFunctions.number(arguments, 0)
                .map(seed -> new RandomSource(seed.longValue()).nextDouble())
                .orElseGet(() -> scope.random().nextDouble());
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

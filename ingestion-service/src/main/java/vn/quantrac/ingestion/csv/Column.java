package vn.quantrac.ingestion.csv;

import java.util.Locale;
import java.util.Optional;

/** What a column of the table holds, as its head says. */
enum Column {
    PARAMETER,
    TIME,
    VALUE,
    UNIT,
    STATUS;

    /** In any case; {@code symbol} is what some call the parameter. */
    static Optional<Column> named(String head) {
        return switch (head.toLowerCase(Locale.ROOT)) {
            case "parameter", "symbol" -> Optional.of(PARAMETER);
            case "time" -> Optional.of(TIME);
            case "value" -> Optional.of(VALUE);
            case "unit" -> Optional.of(UNIT);
            case "status" -> Optional.of(STATUS);
            default -> Optional.empty();
        };
    }

    /** The unit and the status may be left out by those who do not know them. */
    boolean isNeeded() {
        return this == PARAMETER || this == TIME || this == VALUE;
    }
}

package vn.quantrac.local.logger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A time of day at which instruments do not measure, every few days of the Vietnamese calendar.
 *
 * @param status 01 calibration, 02 device fault
 * @param from begin, within the window; the end is not
 * @param value what the logger sends meanwhile
 */
record Window(List<String> symbols, String status, LocalTime from, int minutes, int everyDays, BigDecimal value) {
    boolean covers(String symbol, Instant time) {
        ZonedDateTime local = time.atZone(Profile.VIETNAM);
        long since = Duration.between(from, local.toLocalTime()).toSeconds();
        return symbols.contains(symbol)
                && since >= 0
                && since < minutes * 60L
                && local.toLocalDate().toEpochDay() % everyDays == 0;
    }
}

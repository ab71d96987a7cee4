package vn.quantrac.ingestion.datareturn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How much of what a station owes has come, for one parameter and one day.
 *
 * @param expected readings: one for every interval of the station in which it had to measure, as far as these are over
 * @param received intervals with a reading
 * @param measuring intervals with a value of status 00
 * @param onTime intervals with a reading that came within 5 minutes
 * @param receivedPercent of the expected ones, 2 decimals; null when none was expected
 */
public record DataReturn(
        LocalDate day,
        String parameter,
        long datastream,
        int expected,
        int received,
        int measuring,
        int onTime,
        BigDecimal receivedPercent,
        BigDecimal measuringPercent,
        BigDecimal onTimePercent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static DataReturn of(LocalDate day, String parameter, long datastream, int expected, Received received) {
        return new DataReturn(
                day,
                parameter,
                datastream,
                expected,
                received.intervals(),
                received.measuring(),
                received.onTime(),
                percent(received.intervals(), expected),
                percent(received.measuring(), expected),
                percent(received.onTime(), expected));
    }

    private static BigDecimal percent(int part, int expected) {
        return expected == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(expected), 2, RoundingMode.HALF_UP);
    }
}

package vn.quantrac.local.e2e;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One reading as a logger of the test knows it. */
record SentReading(String station, String parameter, Instant time, String value, String unit, String status) {
    private static final DateTimeFormatter TT10 =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static String label(Instant time) {
        return TT10.format(time);
    }

    String tt10Line() {
        return String.join("\t", parameter, value, unit, label(time), status) + "\r\n";
    }

    String json() {
        return "{\"parameter\":\"%s\",\"time\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"status\":\"%s\"}"
                .formatted(parameter, time, value, unit, status);
    }

    SentReading with(String otherValue) {
        return new SentReading(station, parameter, time, otherValue, unit, status);
    }

    /** What it must be at the ministry: values compare as numbers, 90.0 and 90.00 are one. */
    String asPublished(int revision) {
        return describe(station, parameter, time, new BigDecimal(value), status, revision);
    }

    static String describe(
            String station, String parameter, Instant time, BigDecimal value, String status, int revision) {
        return "%s %s %s = %s, status %s, revision %d"
                .formatted(station, parameter, time, value.stripTrailingZeros().toPlainString(), status, revision);
    }
}

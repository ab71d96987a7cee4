package vn.quantrac.ingestion;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes TT10 text; an arrow stands for a TAB. */
final class Tt10 {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Tt10() {}

    /** One line for each "symbol→value→unit", measured at the time with status 00. */
    static String text(Instant time, String... readings) {
        return Arrays.stream(readings).map(reading -> line(time, reading, "00")).collect(Collectors.joining());
    }

    static String line(Instant time, String reading, String status) {
        return (reading + "→" + LABEL.format(time) + "→" + status + "\r\n").replace('→', '\t');
    }

    static String fileName(String station, Instant time) {
        return station + "_" + LABEL.format(time) + ".txt";
    }
}

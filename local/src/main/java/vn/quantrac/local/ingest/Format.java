package vn.quantrac.local.ingest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the readings of a telegram are written. */
enum Format {
    /** The lines of Circular 10/2021, by the clock of the province. */
    TT10("", "\r\n", "") {
        @Override
        String reading(String parameter, Instant time, String value) {
            return parameter + "\t" + value + "\t\t" + LOCAL.format(time) + "\t00";
        }
    },
    JSON("{\"readings\":[", ",", "]}") {
        @Override
        String reading(String parameter, Instant time, String value) {
            return "{\"parameter\":\"%s\",\"time\":\"%s\",\"value\":%s,\"status\":\"00\"}"
                    .formatted(parameter, time, value);
        }
    },
    CSV("parameter,time,value,unit,status\n", "\n", "\n") {
        @Override
        String reading(String parameter, Instant time, String value) {
            return parameter + "," + time + "," + value + ",,00";
        }
    };

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(7));

    private final String before;
    private final String between;
    private final String after;

    Format(String before, String between, String after) {
        this.before = before;
        this.between = between;
        this.after = after;
    }

    abstract String reading(String parameter, Instant time, String value);

    String before() {
        return before;
    }

    String between() {
        return between;
    }

    String after() {
        return after;
    }
}

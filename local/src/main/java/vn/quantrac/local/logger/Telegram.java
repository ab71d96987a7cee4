package vn.quantrac.local.logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** What a logger sends at once, in both forms: a text file of TT 10/2021, and JSON. */
record Telegram(String station, List<SampleReading> readings) {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Profile.VIETNAM);
    /** A value keeps the digits of its instrument: 26.90 is not 26.9. */
    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** {@code HG_GIAY_NUO001_20250615101500.txt}: the station and the newest time, on the province's clock. */
    String fileName() {
        Instant newest = readings.stream()
                .map(SampleReading::time)
                .max(Instant::compareTo)
                .orElseThrow();
        return station + "_" + LABEL.format(newest) + ".txt";
    }

    /** A line a reading: symbol, value, unit, time and status between TABs. */
    String tt10() {
        return readings.stream()
                .map(reading -> String.join(
                                "\t",
                                reading.symbol(),
                                reading.value().toPlainString(),
                                reading.unit(),
                                LABEL.format(reading.time()),
                                reading.status())
                        + "\r\n")
                .collect(Collectors.joining());
    }

    String json() {
        ObjectNode telegram = JSON.createObjectNode();
        ArrayNode array = telegram.putArray("readings");
        for (SampleReading reading : readings) {
            array.addObject()
                    .put("parameter", reading.symbol())
                    .put("time", reading.time().toString())
                    .put("value", reading.value())
                    .put("unit", reading.unit())
                    .put("status", reading.status());
        }
        return telegram.toString();
    }
}

package vn.quantrac.local.e2e;

import java.util.List;
import java.util.stream.Collectors;

/** What one logger sends at once. */
record Telegram(List<SentReading> readings) {
    String station() {
        return readings.get(0).station();
    }

    String tt10() {
        return readings.stream().map(SentReading::tt10Line).collect(Collectors.joining());
    }

    String json() {
        return readings.stream().map(SentReading::json).collect(Collectors.joining(",", "{\"readings\":[", "]}"));
    }

    String fileName() {
        return station() + "_"
                + SentReading.label(readings.get(readings.size() - 1).time()) + ".txt";
    }
}

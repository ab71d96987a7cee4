package vn.quantrac.local.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The readings of one logger: each has a time of its own and its number as value, so none can stand for another. */
final class NumberedReadings {
    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(60, ChronoUnit.DAYS);

    private final String station;
    private final String parameter;
    private final String unit;
    private final int inOneTelegram;
    private final AtomicInteger given = new AtomicInteger();

    NumberedReadings(String station, String parameter, String unit, int inOneTelegram) {
        this.station = station;
        this.parameter = parameter;
        this.unit = unit;
        this.inOneTelegram = inOneTelegram;
    }

    String station() {
        return station;
    }

    Telegram next() {
        int first = given.getAndAdd(inOneTelegram);
        return new Telegram(List.copyOf(IntStream.range(first, first + inOneTelegram)
                .mapToObj(number -> new SentReading(
                        station,
                        parameter,
                        BEGIN.plus(Duration.ofSeconds(number)),
                        Integer.toString(number),
                        unit,
                        "00"))
                .toList()));
    }
}

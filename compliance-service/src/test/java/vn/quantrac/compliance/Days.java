package vn.quantrac.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.quantrac.feeds.readings.Reading;

/** Days of readings as a bad line delivers them, the same for the same seed. */
final class Days {
    private final Random random;
    private final Instant start;
    private final Duration length;

    Days(long seed, Instant start, Duration length) {
        this.random = new Random(seed);
        this.start = start;
        this.length = length;
    }

    /**
     * Values around {@code middle}, some with another status, some without a value, some missing, many twice, some
     * first wrong and revised later; a tenth comes hours late, the rest more or less in order.
     */
    List<Reading> delivered(long datastream, String station, String parameter, int middle) {
        List<Late> late = new ArrayList<>();
        int place = 0;
        for (Reading at : Facts.readings(datastream, station, parameter, start, start.plus(length), "0")) {
            place++;
            if (random.nextInt(25) == 0) {
                continue;
            }
            String value = random.nextInt(40) == 0
                    ? null
                    : middle - middle / 5 + random.nextInt(1 + middle * 2 / 5) + "." + random.nextInt(10);
            String status = random.nextInt(15) == 0 ? "02" : "00";
            int delay = place + random.nextInt(4) + (random.nextInt(10) == 0 ? random.nextInt(200) : 0);
            int revision = 0;
            if (random.nextInt(12) == 0) {
                late.add(new Late(
                        delay, Facts.reading(datastream, station, parameter, at.time(), middle * 4 + "", "00", 0)));
                revision = 1;
            }
            Reading last = Facts.reading(datastream, station, parameter, at.time(), value, status, revision);
            late.add(new Late(delay + revision * random.nextInt(300), last));
            if (random.nextInt(10) == 0) {
                late.add(new Late(delay + random.nextInt(100), last));
            }
        }
        Collections.sort(late, (a, b) -> Integer.compare(a.delay(), b.delay()));
        return late.stream().map(Late::reading).toList();
    }

    private record Late(int delay, Reading reading) {}
}

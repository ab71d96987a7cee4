package vn.quantrac.local.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.local.province.LargeProvince;

/** What the loggers of a province have to send after an outage: every parameter at every fifth minute, oldest first. */
final class Outage {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final List<String> stations;
    private Instant next;

    /** @param daysAgo when it began; two outages of one station must not overlap */
    Outage(List<String> stations, int daysAgo) {
        this.stations = stations;
        this.next = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(daysAgo));
    }

    /**
     * Readings that were not sent yet, the stations in turn.
     *
     * @param readings how many in all, rounded down to the same number of sendings of each station
     * @param each how many readings at once, a multiple of the number of parameters, or 1
     */
    List<Sending> sendings(Format format, int readings, int each) {
        int rounds = Math.max(1, readings / each / stations.size());
        int parameters = LargeProvince.PARAMETERS.size();
        List<Sending> sendings = new ArrayList<>(rounds * stations.size());
        for (int round = 0; round < rounds; round++) {
            for (String station : stations) {
                sendings.add(new Sending(station, content(format, round * each, each)));
            }
        }
        next = next.plus(INTERVAL.multipliedBy((long) rounds * each / parameters + 1));
        return sendings;
    }

    private byte[] content(Format format, int from, int count) {
        StringBuilder text = new StringBuilder(format.before());
        for (int n = from; n < from + count; n++) {
            Instant time = next.plus(INTERVAL.multipliedBy(n / LargeProvince.PARAMETERS.size()));
            String parameter = LargeProvince.PARAMETERS.get(n % LargeProvince.PARAMETERS.size());
            text.append(n == from ? "" : format.between())
                    .append(format.reading(parameter, time, 5 + n % 4 + "." + n % 10));
        }
        return text.append(format.after()).toString().getBytes(StandardCharsets.UTF_8);
    }
}

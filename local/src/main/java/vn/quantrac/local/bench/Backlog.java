package vn.quantrac.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What loggers have to send after an outage: every parameter of every station at every fifth minute. */
final class Backlog {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final List<BenchStation> stations;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Backlog(List<BenchStation> stations) {
        this.stations = stations;
    }

    /**
     * Telegrams with new readings, station by station in turn.
     *
     * @param daysAgo where the backlog begins
     * @param count how many readings in all
     * @param each how many readings in a telegram, the last of a station excepted
     */
    List<Telegram> telegrams(int daysAgo, int count, int each) {
        List<Telegram> telegrams = new ArrayList<>();
        Instant begin = now.minus(Duration.ofDays(daysAgo));
        int share = (count + stations.size() - 1) / stations.size();
        List<List<Telegram>> byStation = new ArrayList<>();
        int left = count;
        for (BenchStation station : stations) {
            byStation.add(telegrams(station, begin, Math.min(share, left), each));
            left -= Math.min(share, left);
        }
        int longest = byStation.stream().mapToInt(List::size).max().orElse(0);
        for (int n = 0; n < longest; n++) {
            for (List<Telegram> ofStation : byStation) {
                if (n < ofStation.size()) {
                    telegrams.add(ofStation.get(n));
                }
            }
        }
        return telegrams;
    }

    private static List<Telegram> telegrams(BenchStation station, Instant begin, int count, int each) {
        List<Telegram> telegrams = new ArrayList<>();
        StringJoiner readings = joiner();
        int parameters = station.parameters().size();
        for (int n = 0; n < count; n++) {
            Instant time = begin.plus(INTERVAL.multipliedBy(n / parameters));
            readings.add("{\"parameter\":\"%s\",\"time\":\"%s\",\"value\":%d.%d,\"status\":\"00\"}"
                    .formatted(station.parameters().get(n % parameters), time, 5 + n % 4, n % 10));
            if ((n + 1) % each == 0 || n == count - 1) {
                telegrams.add(new Telegram(station, readings.toString().getBytes(StandardCharsets.UTF_8)));
                readings = joiner();
            }
        }
        return telegrams;
    }

    private static StringJoiner joiner() {
        return new StringJoiner(",", "{\"readings\":[", "]}");
    }
}

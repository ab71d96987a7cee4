package vn.quantrac.publication.opendata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.quantrac.publication.record.Latest;
import vn.quantrac.publication.verdict.Episode;
import vn.quantrac.publication.verdict.Index;

/**
 * How a station is doing, in one word and one colour.
 *
 * @param state {@code exceeded}, {@code fault}, {@code calibration}, {@code offline}, {@code no-data}, a class of the
 *     index such as {@code good}, {@code good} for a discharge within its limits, {@code measuring} when nothing
 *     judges the station
 * @param since since when, as far as is known
 */
record StationState(String state, String labelVi, String labelEn, String colour, Instant since) {
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Duration INDEX_IS_NEW = Duration.ofHours(3);
    private static final List<String> SERVICED = List.of("01", "03");

    /** @param judged whether a limit holds for the station */
    static StationState of(
            int intervalSeconds,
            Collection<Latest> latest,
            List<Episode> episodes,
            boolean judged,
            Optional<Index> index,
            Clock clock) {
        Instant now = clock.instant();
        Optional<Instant> heard = latest.stream().map(Latest::time).max(Comparator.naturalOrder());
        if (heard.isEmpty()) {
            return new StationState("no-data", "Chưa có dữ liệu", "No data yet", "#8c959f", null);
        }
        if (heard.get().plusSeconds(intervalSeconds).plus(GRACE).isBefore(now)) {
            return new StationState("offline", "Mất kết nối", "Offline", "#6e7781", heard.get());
        }
        return exceeded(episodes)
                .or(() -> status(latest, status -> !status.equals("00") && !SERVICED.contains(status))
                        .map(since -> new StationState("fault", "Lỗi thiết bị", "Device fault", "#b35900", since)))
                .or(() -> status(latest, SERVICED::contains)
                        .map(since ->
                                new StationState("calibration", "Đang hiệu chuẩn", "Calibrating", "#6639ba", since)))
                .or(() -> index.filter(i -> i.end().plus(INDEX_IS_NEW).isAfter(now))
                        .map(i -> new StationState(i.band(), i.bandVi(), i.bandEn(), i.colour(), i.since())))
                .orElseGet(() -> quiet(latest, episodes, judged));
    }

    private static Optional<StationState> exceeded(List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.closedAt() == null)
                .map(Episode::openedAt)
                .min(Comparator.naturalOrder())
                .map(since -> new StationState("exceeded", "Vượt quy chuẩn", "Above the limit", "#cf222e", since));
    }

    private static Optional<Instant> status(Collection<Latest> latest, Predicate<String> wanted) {
        return latest.stream()
                .filter(value -> wanted.test(value.status()))
                .map(Latest::statusSince)
                .min(Comparator.naturalOrder());
    }

    /** Nothing is wrong since the last thing that was. */
    private static StationState quiet(Collection<Latest> latest, List<Episode> episodes, boolean judged) {
        Instant since = Stream.concat(
                        latest.stream().map(Latest::statusSince),
                        episodes.stream().map(Episode::closedAt))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return judged
                ? new StationState("good", "Trong giới hạn", "Within limits", "#1a7f37", since)
                : new StationState("measuring", "Đang đo", "Measuring", "#0969da", since);
    }
}

package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.Line;

/** What is to be said of the quality of a reading by itself; it is accepted whatever that is. */
final class QualityFlags {
    private final ReadingConfig config;

    QualityFlags(ReadingConfig config) {
        this.config = config;
    }

    /**
     * The flags in alphabetical order.
     *
     * @param value in the unit of the series, or null
     */
    List<String> of(Line.Readable line, BigDecimal value, Instant receivedAt, Series series) {
        List<String> flags = new ArrayList<>(2);
        if (Duration.between(line.time(), receivedAt).compareTo(config.lateAfter()) > 0) {
            flags.add("late");
        }
        if (value != null && !isPlausible(value, series)) {
            flags.add("out_of_range");
        }
        if (line.status() == null) {
            flags.add("status_assumed");
        }
        if (value != null && line.unit().isEmpty() && Units.matters(series)) {
            flags.add("unit_assumed");
        }
        return flags;
    }

    private static boolean isPlausible(BigDecimal value, Series series) {
        return (series.plausibleMin() == null || value.compareTo(series.plausibleMin()) >= 0)
                && (series.plausibleMax() == null || value.compareTo(series.plausibleMax()) <= 0);
    }
}

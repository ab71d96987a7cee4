package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.Line;

/**
 * What is to be said of the quality of a reading by itself; it is accepted whatever that is. What its neighbours say of
 * it is not said here, see {@code docs/adr/0008}.
 */
final class QualityFlags {
    /** Those that say something of the value. */
    static final Set<String> OF_VALUE = Set.of("negative", "out_of_range", "saturated", "unit_assumed", "zero");

    private final Duration lateAfter;
    private final ZoneId zone;

    QualityFlags(Duration lateAfter, ZoneId zone) {
        this.lateAfter = lateAfter;
        this.zone = zone;
    }

    /**
     * The flags in alphabetical order.
     *
     * @param value in the unit of the series, or null
     */
    List<String> of(Line.Readable line, BigDecimal value, Instant receivedAt, Series series) {
        List<String> flags = new ArrayList<>(2);
        Duration lateness = Duration.between(line.time(), receivedAt);
        flag(flags, "calibration_expired", isAfterCalibration(line.time(), series));
        flag(flags, "clock_suspect", lateness.minus(ReadingRules.ICT).abs().compareTo(lateAfter) <= 0);
        flag(flags, "late", lateness.compareTo(lateAfter) > 0);
        if (value != null) {
            flags.addAll(plausibility(value, series));
            flag(flags, "saturated", isAtEndOfRange(value, series));
            flag(flags, "unit_assumed", line.unit().isEmpty() && Units.matters(series));
        }
        flag(flags, "status_assumed", line.status() == null);
        Collections.sort(flags);
        return flags;
    }

    /** What a value says by itself, whoever it is from. */
    static List<String> plausibility(BigDecimal value, Series series) {
        List<String> flags = new ArrayList<>(2);
        flag(flags, "negative", value.signum() < 0 && isBelow(value, series));
        flag(flags, "out_of_range", isBelow(value, series) || isAbove(value, series));
        flag(flags, "zero", value.signum() == 0 && isBelow(value, series));
        return flags;
    }

    private static void flag(List<String> flags, String flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    private boolean isAfterCalibration(Instant time, Series series) {
        return series.calibrationValidTo() != null
                && !time.isBefore(series.calibrationValidTo()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    private static boolean isBelow(BigDecimal value, Series series) {
        return series.plausibleMin() != null && value.compareTo(series.plausibleMin()) < 0;
    }

    private static boolean isAbove(BigDecimal value, Series series) {
        return series.plausibleMax() != null && value.compareTo(series.plausibleMax()) > 0;
    }

    /** An instrument whose range begins at zero may measure zero. */
    private static boolean isAtEndOfRange(BigDecimal value, Series series) {
        boolean top = series.rangeMax() != null && value.compareTo(series.rangeMax()) >= 0;
        return top
                || series.rangeMin() != null
                        && series.rangeMin().signum() != 0
                        && value.compareTo(series.rangeMin()) <= 0;
    }
}

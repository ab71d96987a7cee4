package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.ingestion.registry.RegistrySnapshot;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Reason;

/** What makes a readable line a reading: the registry knows it, its time can be true, its unit can be converted. */
final class ReadingRules {
    /** How far a clock is off that is set to UTC, or to UTC+14. */
    static final Duration ICT = Duration.ofHours(7);

    private final ReadingConfig config;
    private final QualityFlags flags;

    /** @param zone whose days calibration certificates name */
    ReadingRules(ReadingConfig config, ZoneId zone) {
        this.config = config;
        this.flags = new QualityFlags(config.lateAfter(), zone);
    }

    /** @throws BadFieldException with the reason for which the line goes to quarantine */
    NewReading reading(Line.Readable line, String station, Instant receivedAt, RegistrySnapshot registry)
            throws BadFieldException {
        if (line.status() == null && config.missingStatus() == MissingStatus.QUARANTINE) {
            throw new BadFieldException(Reason.MISSING_STATUS, "The device status is missing");
        }
        checkTime(line.time(), receivedAt);
        Series series = registry.series(station, line.symbol(), line.time())
                .orElseThrow(() -> BadFieldException.quoting(
                        Reason.UNKNOWN_PARAMETER, "Not a parameter of " + station + " at that time", line.symbol()));
        BigDecimal value = Units.convert(line.value(), line.unit(), series);
        return new NewReading(
                line.from(),
                series.datastream(),
                line.time(),
                value,
                series.unit(),
                line.status() == null ? Reading.MEASURING : line.status(),
                flags.of(line, value, receivedAt, series));
    }

    private void checkTime(Instant time, Instant receivedAt) throws BadFieldException {
        Duration ahead = Duration.between(receivedAt, time);
        if (ahead.compareTo(config.futureTolerance()) > 0) {
            boolean zone = ahead.minus(ICT).abs().compareTo(Duration.ofHours(1)) < 0;
            throw new BadFieldException(
                    Reason.FUTURE_TIME,
                    "Ahead of the clock by " + ahead.toMinutes() + " minutes" + (zone ? "; time zone?" : ""));
        }
        if (ahead.negated().compareTo(config.oldest()) > 0) {
            throw new BadFieldException(
                    Reason.TOO_OLD, "Older than " + config.oldest().toDays() + " days");
        }
    }
}

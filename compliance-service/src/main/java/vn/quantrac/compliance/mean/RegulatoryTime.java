package vn.quantrac.compliance.mean;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hours and days of the regulations: those of Viet Nam, excluding their start, including and named by their end. */
@ApplicationScoped
public class RegulatoryTime {
    private final ZoneId zone;

    RegulatoryTime(@ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.zone = zone;
    }

    /** The end of the hour an instant belongs to. */
    public Instant hourOf(Instant instant) {
        Instant start = instant.truncatedTo(ChronoUnit.HOURS);
        return start.equals(instant) ? instant : start.plus(Duration.ofHours(1));
    }

    /** The end of the day an instant belongs to. */
    public Instant dayOf(Instant instant) {
        LocalDate day = instant.minusNanos(1).atZone(zone).toLocalDate();
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Instant startOfDay(Instant end) {
        return end.atZone(zone).minusDays(1).toInstant();
    }
}

package vn.quantrac.ingestion.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A time span that somebody asks for, from its beginning to before its end. */
public record Period(Instant from, Instant to) {
    /**
     * Reads ISO 8601 times with their offset.
     *
     * @throws HttpProblem 400 when one is missing or is none, or the span is empty or longer than {@code most}
     */
    public static Period of(String from, String to, Duration most) {
        Period period = new Period(instant("from", from), instant("to", to));
        if (!period.from.isBefore(period.to)
                || Duration.between(period.from, period.to).compareTo(most) > 0) {
            throw BadParameter.problem("to must be after from, by at most " + most.toDays() + " days");
        }
        return period;
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException e) {
            throw BadParameter.problem(name + " must be a time such as 2026-11-24T00:00:00+07:00");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** As the database takes it. */
    public OffsetDateTime begin() {
        return from.atOffset(ZoneOffset.UTC);
    }

    /** As the database takes it. */
    public OffsetDateTime end() {
        return to.atOffset(ZoneOffset.UTC);
    }
}

package vn.quantrac.compliance.question;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The parameters of a list over a period. */
public class AskedPeriod extends Asked {
    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /** The end of the period asked for; now when nothing is said. */
    public Instant to(Clock clock) {
        return to == null ? clock.instant() : instant("to", to);
    }

    /** The start of the period asked for; {@code usual} before its end when nothing is said. */
    public Instant from(Clock clock, Duration usual) {
        Instant end = to(clock);
        Instant start = from == null ? end.minus(usual) : instant("from", from);
        if (start.isAfter(end)) {
            throw Problems.badParameter("from must not be after to");
        }
        return start;
    }
}

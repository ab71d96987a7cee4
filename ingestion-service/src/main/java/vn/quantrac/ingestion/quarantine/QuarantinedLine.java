package vn.quantrac.ingestion.quarantine;

import java.time.Instant;
import java.util.UUID;

/**
 * A line that was not understood.
 *
 * @param id rises with the order of arrival
 * @param line from 1; 0 is the whole telegram
 * @param content at most its first 8 KB, in Base64
 * @param text the same, as UTF-8 where it is
 * @param reason a slug that the README explains
 * @param resolution null while it is not understood
 */
public record QuarantinedLine(
        long id,
        UUID telegram,
        int line,
        String station,
        byte[] content,
        String text,
        String reason,
        String detail,
        Instant receivedAt,
        Resolution resolution) {
    /**
     * How an entry came out of quarantine.
     *
     * @param as {@code stored}, or {@code superseded} when its readings had been sent again since
     * @param operator who asked for the replay
     */
    public record Resolution(String as, Instant at, UUID replay, String operator) {}
}

package vn.quantrac.feeds.readings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A reading that ingestion accepted; the message of the feed {@code readings}, event type {@code reading}.
 *
 * @param datastream id given by the registry
 * @param time when it was measured, the end of the averaging interval
 * @param value in the parameter's canonical unit; null when the logger says it has none
 * @param unit canonical unit, a UCUM code
 * @param status device status of TT 10/2021: 00 measuring, 01 calibrating, 02 device fault, others as sent
 * @param flags quality flags in alphabetical order, such as {@code late} or {@code out_of_range}; may be empty
 * @param revision 0 for the first value of this datastream and time, 1 for the value that replaced it, and so on
 * @param receivedAt when ingestion got it
 */
public record Reading(
        long datastream,
        String station,
        String parameter,
        Instant time,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        int revision,
        Instant receivedAt) {

    public static final String FEED = "readings";
    public static final String TYPE = "reading";

    /** The status of a reading that may enter means, indices and verdicts. */
    public static final String MEASURING = "00";
}

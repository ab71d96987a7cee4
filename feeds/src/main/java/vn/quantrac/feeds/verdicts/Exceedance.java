package vn.quantrac.feeds.verdicts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A run of regulatory intervals in which a datastream was outside its limit (đợt vượt quy chuẩn).
 *
 * @param id stable for the datastream and the interval it began with
 * @param openedAt start of the first interval outside the limit
 * @param lastAt end of the last interval outside the limit
 * @param closedAt end of the first valid interval inside the limit again; null while it lasts
 * @param intervals how many intervals were outside
 * @param peak the value farthest outside, in the canonical unit
 * @param peakRatio {@code peak} over the limit it broke
 * @param withdrawn true when late or revised readings showed that there was no exceedance
 */
public record Exceedance(
        String id,
        long datastream,
        String station,
        String parameter,
        String standard,
        Averaging averaging,
        BigDecimal min,
        BigDecimal max,
        String unit,
        Instant openedAt,
        Instant lastAt,
        Instant closedAt,
        int intervals,
        BigDecimal peak,
        BigDecimal peakRatio,
        int revision,
        boolean withdrawn) {

    /** The same episode as another revision. */
    public Exceedance as(int otherRevision, boolean isWithdrawn) {
        return new Exceedance(
                id,
                datastream,
                station,
                parameter,
                standard,
                averaging,
                min,
                max,
                unit,
                openedAt,
                lastAt,
                closedAt,
                intervals,
                peak,
                peakRatio,
                otherRevision,
                isWithdrawn);
    }
}

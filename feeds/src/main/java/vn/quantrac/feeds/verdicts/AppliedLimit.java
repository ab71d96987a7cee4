package vn.quantrac.feeds.verdicts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The limit that holds for a datastream over a time.
 *
 * @param standard code of the regulation
 * @param column column within it, or null
 * @param averaging what is compared with it
 * @param min least allowed value in the canonical unit, or null
 * @param max greatest allowed value in the canonical unit, or null
 * @param basis how it was reached, such as {@code 75 × Kq 0.9 × Kf 1.0} or {@code permit 12/GP-UBND}
 * @param verified false while the figure has not been checked against the act
 * @param withdrawn true when this limit no longer applies to this time at all
 */
public record AppliedLimit(
        long datastream,
        String station,
        String parameter,
        String standard,
        String column,
        Averaging averaging,
        BigDecimal min,
        BigDecimal max,
        String unit,
        String basis,
        boolean verified,
        Instant validFrom,
        Instant validTo,
        boolean withdrawn) {

    /** The same limit over another time. */
    public AppliedLimit during(Instant from, Instant to) {
        return with(from, to, withdrawn);
    }

    /** What is said of it when it does not apply to its time at all any more. */
    public AppliedLimit asWithdrawn() {
        return with(validFrom, validTo, true);
    }

    private AppliedLimit with(Instant from, Instant to, boolean gone) {
        return new AppliedLimit(
                datastream,
                station,
                parameter,
                standard,
                column,
                averaging,
                min,
                max,
                unit,
                basis,
                verified,
                from,
                to,
                gone);
    }
}

package vn.quantrac.local.logger;

import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Days on which a treatment plant works badly: some of every few, of the Vietnamese calendar, with an hour's slope at both
 * ends.
 *
 * @param every how many days until it begins again
 * @param days how many of them are bad
 * @param rise how much higher the value then is
 */
record Episodes(int every, int days, double rise) {
    private static final double SLOPE_DAYS = 1.0 / 24;

    double at(Instant time) {
        ZonedDateTime local = time.atZone(Profile.VIETNAM);
        double day = Math.floorMod(local.toLocalDate().toEpochDay(), every)
                + local.toLocalTime().toSecondOfDay() / 86_400.0;
        double inside = Math.min(day, days - day);
        return inside <= 0 ? 0 : rise * Math.min(1, inside / SLOPE_DAYS);
    }
}

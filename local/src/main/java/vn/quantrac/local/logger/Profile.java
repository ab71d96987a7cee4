package vn.quantrac.local.logger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.ToDoubleFunction;

/**
 * How a parameter goes at a station, in the unit in which its logger sends it.
 *
 * @param symbol as the logger calls the parameter
 * @param base the middle of the day's cycle
 * @param daily how far the cycle of 24 hours goes up and down
 * @param halfDaily the same for the cycle of 12 hours: tides, rush hours
 * @param peak hour of the day, 0 to 24, at which both cycles are highest
 * @param drift how far it wanders over hours
 * @param noise how far one value strays from the next
 * @param decimals the resolution of the instrument
 * @param episodes days on which it is higher, or null
 * @param onTopOf what it contains beside this, or null
 */
record Profile(
        String symbol,
        String unit,
        double base,
        double daily,
        double halfDaily,
        double peak,
        double drift,
        double noise,
        double min,
        double max,
        int decimals,
        Episodes episodes,
        OnTopOf onTopOf) {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final double HOUR_SECONDS = 3_600;
    private static final double DAY_HOURS = 24;

    /** @param others the values of the station's other parameters at the same time */
    BigDecimal at(String station, Instant time, ToDoubleFunction<String> others) {
        Noise chance = Noise.of(station + "/" + symbol);
        double hour = time.atZone(VIETNAM).toLocalTime().toSecondOfDay() / HOUR_SECONDS;
        double turn = 2 * Math.PI * (hour - peak) / DAY_HOURS;
        // StrictMath, so that every machine computes the same digits.
        double value = base
                + daily * StrictMath.cos(turn)
                + halfDaily * StrictMath.cos(2 * turn)
                + drift * chance.slow(time)
                + noise * chance.white(time)
                + (episodes == null ? 0 : episodes.at(time));
        double bounded = Math.max(min, Math.min(max, value));
        double whole = onTopOf == null ? bounded : bounded + onTopOf.times() * others.applyAsDouble(onTopOf.symbol());
        return BigDecimal.valueOf(whole).setScale(decimals, RoundingMode.HALF_UP);
    }
}

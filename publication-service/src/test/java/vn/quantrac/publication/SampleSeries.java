package vn.quantrac.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** A daily wave with noise; one is calibrated, one has failed, one station has gone silent. */
record SampleSeries(
        long datastream, String station, String parameter, String unit, double level, double swing, BigDecimal limit) {
    boolean reports(Instant time, Instant now) {
        return !station.equals(SampleProvince.CAI_LON) || time.isBefore(now.minus(Duration.ofMinutes(100)));
    }

    Reading at(Instant time, Instant now, Random random) {
        String status = status(time, now);
        BigDecimal value = BigDecimal.valueOf(status.equals("01") ? level * 1.5 : Math.max(0, wave(time, random)))
                .setScale(level < 10 ? 2 : 1, RoundingMode.HALF_UP);
        return new Reading(
                datastream,
                station,
                parameter,
                time,
                status.equals("02") ? null : value,
                unit,
                status,
                List.of(),
                0,
                time.plusSeconds(20));
    }

    private double wave(Instant time, Random random) {
        double hour = time.getEpochSecond() % 86_400 / 3600.0;
        return level + swing * Math.sin((hour - 2) / 24 * 2 * Math.PI) + swing * .12 * random.nextGaussian();
    }

    private String status(Instant time, Instant now) {
        boolean calibrated = station.equals(SampleProvince.SEAFOOD)
                && parameter.equals("COD")
                && time.isAfter(now.minus(Duration.ofHours(9)))
                && time.isBefore(now.minus(Duration.ofHours(8)));
        boolean failed = station.equals(SampleProvince.BOILER)
                && parameter.equals("SO2")
                && time.isAfter(now.minus(Duration.ofMinutes(50)));
        return calibrated ? "01" : failed ? "02" : Reading.MEASURING;
    }

    AppliedLimit appliedLimit() {
        String standard = station.equals(SampleProvince.BOILER) ? "QCVN 19:2009/BTNMT" : "QCVN 40:2011/BTNMT";
        return new AppliedLimit(
                datastream,
                station,
                parameter,
                standard,
                "A",
                Averaging.HOUR,
                null,
                limit,
                unit,
                "75 × Kq 1.2 × Kf 0.9",
                true,
                SampleProvince.ALWAYS,
                null,
                false);
    }
}

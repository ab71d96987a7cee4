package vn.quantrac.local.logger;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.local.CannotRunException;

/**
 * The time in which the sample loggers live.
 *
 * @param history how far back the readings of a first run begin; three days hold two whole days of the regulations
 * @param speed how much faster than the real clock theirs goes; see {@link SampleClock}
 */
public record SampleTime(Duration history, int speed) {
    /** What a logger of TT 10/2021 keeps at least. */
    static final Duration MEMORY = Duration.ofDays(60);

    private static final String HISTORY = "QUANTRAC_SAMPLE_HISTORY";
    private static final String SPEED = "QUANTRAC_SAMPLE_SPEED";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,6})([mhd])");
    private static final int FASTEST = 10_000;

    /**
     * Reads QUANTRAC_SAMPLE_HISTORY ({@code 90m}, {@code 72h}, {@code 3d}) and QUANTRAC_SAMPLE_SPEED (a whole number).
     *
     * @throws CannotRunException when they are not understood
     */
    public static SampleTime from(Map<String, String> environment) {
        return new SampleTime(
                history(environment.getOrDefault(HISTORY, "72h")), speed(environment.getOrDefault(SPEED, "1")));
    }

    /** The variables from which {@link #from} reads the same again. */
    public Map<String, String> environment() {
        return Map.of(HISTORY, history.toMinutes() + "m", SPEED, Integer.toString(speed));
    }

    private static Duration history(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            long number = Long.parseLong(amount.group(1));
            Duration history =
                    switch (amount.group(2)) {
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
            if (history.compareTo(MEMORY) <= 0) {
                return history;
            }
        }
        throw new CannotRunException(
                HISTORY + " must be a time such as 90m, 72h or 3d and at most 60d, not '" + text + "'.");
    }

    private static int speed(String text) {
        if (text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= FASTEST) {
            return Integer.parseInt(text);
        }
        throw new CannotRunException(SPEED + " must be a whole number from 1 to " + FASTEST + ", not '" + text + "'.");
    }
}

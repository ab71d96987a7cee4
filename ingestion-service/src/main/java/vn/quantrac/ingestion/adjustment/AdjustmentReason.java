package vn.quantrac.ingestion.adjustment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why what a logger sent is not what was there. The explanation says more. */
enum AdjustmentReason {
    /** The instrument's span or factor was set wrongly. */
    WRONG_SPAN,
    /** Its zero had moved. */
    ZERO_DRIFT,
    /** The logger said another unit than the one it measured in. */
    WRONG_UNIT,
    /** It was being calibrated, and the status did not say so. */
    CALIBRATION,
    /** It was faulty, and the status did not say so. */
    DEVICE_FAULT,
    /** It was being cleaned or repaired. */
    MAINTENANCE,
    /** The laboratory or a reference instrument found another value. */
    REFERENCE_MEASUREMENT,
    OTHER;

    @JsonValue
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static AdjustmentReason of(String slug) {
        return Arrays.stream(values())
                .filter(reason -> reason.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Problems.badAdjustment("reason must be one of "
                        + Arrays.stream(values()).map(AdjustmentReason::slug).collect(Collectors.joining(", "))));
    }
}

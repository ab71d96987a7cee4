package vn.quantrac.feeds.verdicts;

/** The event types of the feed {@code verdicts}. Of two events with one key the later is current. */
public final class VerdictMessages {
    public static final String FEED = "verdicts";

    /** {@link Mean}; key {@code <datastream>/<averaging>/<end>}. */
    public static final String MEAN = "mean";
    /** {@link AirQualityIndex}; key {@code <station>/<averaging>/<end>}. */
    public static final String AIR_QUALITY_INDEX = "air-quality-index";
    /** {@link AppliedLimit}; key {@code <datastream>/<averaging>/<validFrom>}. */
    public static final String APPLIED_LIMIT = "applied-limit";
    /** {@link Exceedance}; key is its id. */
    public static final String EXCEEDANCE = "exceedance";

    private VerdictMessages() {}
}

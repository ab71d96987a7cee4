package vn.quantrac.feeds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The MQTT topics of the suite; all start with {@code quantrac/v1/}. */
public final class Topics {
    /** Where a feed's announcements are published, by feed name. */
    public static final String REGISTRY_FEED = "quantrac/v1/registry/feed";

    public static final String READINGS_FEED = "quantrac/v1/readings/feed";
    public static final String VERDICTS_FEED = "quantrac/v1/verdicts/feed";

    private static final Pattern STATION_READINGS = Pattern.compile("quantrac/v1/stations/([^/+#]+)/readings");

    private Topics() {}

    /** The retained message that holds a registry entry, such as {@code quantrac/v1/registry/station/HG_GIAY_NUO001}. */
    public static String registryEntry(String type, String code) {
        return "quantrac/v1/registry/" + type + "/" + code;
    }

    /** Where a station's logger publishes its readings. */
    public static String stationReadings(String station) {
        return "quantrac/v1/stations/" + station + "/readings";
    }

    /** Where a station's logger is told what was refused. */
    public static String stationErrors(String station) {
        return "quantrac/v1/stations/" + station + "/errors";
    }

    /** The station of a readings topic, or empty for any other topic. */
    public static Optional<String> stationOfReadings(String topic) {
        Matcher matcher = STATION_READINGS.matcher(topic);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

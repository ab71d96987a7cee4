package vn.quantrac.ingestion.broker;

import java.util.Optional;

/**
 * Where a province's topics say the station.
 *
 * @param filter which topics are readings, as MQTT writes filters
 * @param stationLevel the level that is the code of the station; the first is 1
 */
public record TopicLayout(String filter, int stationLevel) {
    public TopicLayout {
        if (stationLevel < 1) {
            throw new IllegalArgumentException("Levels of a topic are counted from 1, not " + stationLevel);
        }
    }

    /** The station that a topic names; empty when it has no such level. */
    Optional<String> station(String topic) {
        String[] levels = topic.split("/", -1);
        return Optional.of(stationLevel)
                .filter(level -> level <= levels.length)
                .map(level -> levels[level - 1])
                .filter(station -> !station.isBlank());
    }
}

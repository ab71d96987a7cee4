package vn.quantrac.local.logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The logger of one station: by which door it sends and what its instruments measure.
 *
 * @param measures in the order of its telegrams; what is on top of another comes after it
 */
record LoggerProfile(String station, Way door, List<Profile> measures, List<Window> windows) {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** The doors of ingestion. */
    enum Way {
        FTP,
        MQTT,
        HTTPS
    }

    /** The sample province's loggers. */
    static List<LoggerProfile> all() {
        try (InputStream file = LoggerProfile.class.getResourceAsStream("/province/loggers.json")) {
            return List.of(JSON.readValue(file, LoggerProfile[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it sends of these times, oldest first; the same times give the same telegram. */
    Telegram measure(List<Instant> times) {
        List<SampleReading> readings = new ArrayList<>();
        times.stream().sorted().forEach(time -> readings.addAll(measure(time)));
        return new Telegram(station, readings);
    }

    private List<SampleReading> measure(Instant time) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        List<SampleReading> readings = new ArrayList<>();
        for (Profile profile : measures) {
            BigDecimal value =
                    profile.at(station, time, other -> values.get(other).doubleValue());
            values.put(profile.symbol(), value);
            readings.add(windows.stream()
                    .filter(window -> window.covers(profile.symbol(), time))
                    .findFirst()
                    .map(window -> reading(profile, window.value(), time, window.status()))
                    .orElseGet(() -> reading(profile, value, time, "00")));
        }
        return readings;
    }

    private static SampleReading reading(Profile profile, BigDecimal value, Instant time, String status) {
        return new SampleReading(profile.symbol(), value, profile.unit(), time, status);
    }
}

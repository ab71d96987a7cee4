package vn.quantrac.registry.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Station;

/**
 * What a caller states of an entry, understood and right by itself.
 *
 * @param attributes a record of {@code feeds}
 * @param json the same as it is kept
 * @param validFrom null when it was not said
 * @param validTo null when it is open
 */
public record Statement(Object attributes, String json, Instant validFrom, Instant validTo) {
    private static final ObjectMapper JSON = FeedJson.mapper();

    Instant validFrom(Instant absent) {
        return validFrom == null ? absent : validFrom;
    }

    /** Whether a period says just that, from whenever it does. */
    boolean isSaidBy(EntryPeriod period) {
        return read(json).equals(read(period.attributes)) && Objects.equals(validTo, period.validTo);
    }

    /** Whether a period says just that, from when it is stated to. */
    boolean isSaidExactlyBy(EntryPeriod period) {
        return isSaidBy(period) && period.validFrom.equals(validFrom);
    }

    /** Writes what is stated into a period, but for its times. */
    void fill(EntryPeriod period) {
        period.attributes = json;
        if (attributes instanceof Station station) {
            period.facility = station.facility();
            period.medium = station.medium().name();
        } else if (attributes instanceof DischargeSource source) {
            period.facility = source.facility();
            period.medium = source.medium().name();
        } else if (attributes instanceof Instrument instrument) {
            period.station = instrument.station();
        } else if (attributes instanceof Datastream datastream) {
            period.station = datastream.station();
        } else if (attributes instanceof Credential credential) {
            period.station = credential.station();
        }
    }

    /** Not as text: what a migration wrote has other blanks. */
    private static JsonNode read(String attributes) {
        try {
            return JSON.readTree(attributes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

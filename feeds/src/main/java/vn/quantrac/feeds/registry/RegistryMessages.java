package vn.quantrac.feeds.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import vn.quantrac.feeds.FeedEvent;

/** The event types of the feed {@code registry} and how their data is read. */
public final class RegistryMessages {
    public static final String FEED = "registry";

    public static final String PARAMETER = "parameter";
    public static final String DISCHARGE_SOURCE = "discharge-source";
    public static final String STATION = "station";
    public static final String INSTRUMENT = "instrument";
    /** Key and code are {@code <station>/<parameter>}. */
    public static final String DATASTREAM = "datastream";
    /** Never broadcast and never retained: it holds secret hashes. */
    public static final String CREDENTIAL = "credential";

    private RegistryMessages() {}

    /** Reads an event's data as an entry of this type of value, such as {@link Station}. */
    public static <T> RegistryEntry<T> read(ObjectMapper json, FeedEvent event, Class<T> type) {
        JavaType entry = json.getTypeFactory().constructParametricType(RegistryEntry.class, type);
        try {
            return json.treeToValue(event.data(), entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Registry event " + event.cursor(), e);
        }
    }
}

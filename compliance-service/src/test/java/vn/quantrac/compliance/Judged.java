package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.EventTableFeed;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** What the service has said so far, read from its own feed. */
public final class Judged {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = FeedJson.mapper();

    private final Jdbi jdbi;
    private final FeedServer feeds;

    public Judged(Jdbi jdbi, FeedServer feeds) {
        this.jdbi = jdbi;
        this.feeds = feeds;
    }

    /** Waits until everything that the feeds said has been judged. */
    public void await() {
        awaitThat(
                () -> jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(cursor), 0) from feed_position")
                                .mapTo(Long.class)
                                .one())
                        == feeds.head("registry") + feeds.head("readings"));
    }

    public static void awaitThat(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything said of a type about a station, in order. */
    public <T> List<T> said(String type, String station, Class<T> message) {
        return events().filter(event -> event.type().equals(type)
                        && station.equals(event.data().path("station").asText()))
                .map(event -> read(event, message))
                .toList();
    }

    /** The verdicts that stand, by key: of several with one key the last. */
    public <T> Map<String, T> current(String type, String station, Class<T> message) {
        Map<String, T> current = new LinkedHashMap<>();
        events().filter(event -> event.type().equals(type)
                        && station.equals(event.data().path("station").asText()))
                .forEach(event -> current.put(event.key(), read(event, message)));
        return current;
    }

    /**
     * All that stands, of all stations, without revisions: what a fresh start must come to as well. What was taken back
     * is left out, since a fresh start never says it.
     */
    public Map<String, JsonNode> standing() {
        Map<String, JsonNode> standing = new TreeMap<>();
        events().forEach(event -> {
            String key = event.type() + " " + event.key();
            ObjectNode data = event.data().deepCopy();
            boolean hasNoIndex = event.type().equals(VerdictMessages.AIR_QUALITY_INDEX) && !data.hasNonNull("value");
            data.remove("revision");
            if (data.path("withdrawn").asBoolean() || hasNoIndex) {
                standing.remove(key);
            } else {
                standing.put(key, data);
            }
        });
        return standing;
    }

    /** The whole feed. */
    public Stream<FeedEvent> events() {
        EventTableFeed feed = new EventTableFeed(VerdictMessages.FEED, jdbi, JSON);
        List<FeedEvent> events = new ArrayList<>();
        FeedPage page;
        do {
            page = feed.read(events.size(), 10_000);
            events.addAll(page.events());
        } while (page.next() < page.head());
        return events.stream();
    }

    private static <T> T read(FeedEvent event, Class<T> message) {
        try {
            return JSON.treeToValue(event.data(), message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

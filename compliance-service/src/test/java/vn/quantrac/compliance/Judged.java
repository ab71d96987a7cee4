package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.EventTableFeed;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** What the service has said so far, read from its own feed. */
final class Judged {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = FeedJson.mapper();

    private final Jdbi jdbi;
    private final FeedServer feeds;

    Judged(Jdbi jdbi, FeedServer feeds) {
        this.jdbi = jdbi;
        this.feeds = feeds;
    }

    /** Waits until everything that the feeds said has been judged. */
    void await() {
        awaitThat(
                () -> jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(cursor), 0) from feed_position")
                                .mapTo(Long.class)
                                .one())
                        == feeds.head("registry") + feeds.head("readings"));
    }

    static void awaitThat(BooleanSupplier condition) {
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
    <T> List<T> said(String type, String station, Class<T> message) {
        EventTableFeed feed = new EventTableFeed(VerdictMessages.FEED, jdbi, JSON);
        List<T> said = new ArrayList<>();
        FeedPage page = feed.read(0, 10_000);
        while (!page.events().isEmpty()) {
            page.events().stream()
                    .filter(event -> event.type().equals(type)
                            && station.equals(event.data().path("station").asText()))
                    .forEach(event -> said.add(read(event, message)));
            page = feed.read(page.next(), 10_000);
        }
        return said;
    }

    /** The verdicts that stand, by key: of several with one key the last. */
    <T> Map<String, T> current(String type, String station, Class<T> message) {
        EventTableFeed feed = new EventTableFeed(VerdictMessages.FEED, jdbi, JSON);
        Map<String, T> current = new LinkedHashMap<>();
        FeedPage page = feed.read(0, 10_000);
        while (!page.events().isEmpty()) {
            page.events().stream()
                    .filter(event -> event.type().equals(type)
                            && station.equals(event.data().path("station").asText()))
                    .forEach(event -> current.put(event.key(), read(event, message)));
            page = feed.read(page.next(), 10_000);
        }
        return current;
    }

    private static <T> T read(FeedEvent event, Class<T> message) {
        try {
            return JSON.treeToValue(event.data(), message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

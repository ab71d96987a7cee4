package vn.quantrac.publication.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedEvent;

/** Keeps the current verdict of every key: of two that say the same thing the later holds. */
@ApplicationScoped
public class VerdictsEffect implements FeedEffect {
    private final ObjectMapper json;

    VerdictsEffect(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void apply(Handle transaction, List<FeedEvent> events) {
        String page = text(events);
        for (VerdictTable table : VerdictTable.values()) {
            transaction.createUpdate(table.upsert()).bind("events", page).execute();
        }
    }

    private String text(List<FeedEvent> events) {
        try {
            return json.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

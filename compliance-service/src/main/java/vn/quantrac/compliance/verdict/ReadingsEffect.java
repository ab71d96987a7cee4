package vn.quantrac.compliance.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.readings.Reading;

/** Readings are judged in the transaction that stores them. */
@ApplicationScoped
class ReadingsEffect implements FeedEffect {
    private final Judgement judgement;
    private final VerdictFeed verdicts;
    private final ObjectMapper json;

    ReadingsEffect(Judgement judgement, VerdictFeed verdicts, ObjectMapper json) {
        this.judgement = judgement;
        this.verdicts = verdicts;
        this.json = json;
    }

    @Override
    public void apply(Handle transaction, List<FeedEvent> events) {
        VerdictFeed.lock(transaction);
        List<Reading> readings = events.stream()
                .filter(event -> event.type().equals(Reading.TYPE))
                .map(this::reading)
                .toList();
        verdicts.append(transaction, judgement.ofReadings(transaction, readings).changes());
    }

    private Reading reading(FeedEvent event) {
        try {
            return json.treeToValue(event.data(), Reading.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Reading " + event.cursor(), e);
        }
    }
}

package vn.quantrac.publication.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.readings.Reading;

/** Puts accepted readings on record, a page of the feed with a handful of statements. */
@ApplicationScoped
public class ReadingsEffect implements FeedEffect {
    private static final String EVENT = """
            from jsonb_array_elements(cast(:events as jsonb)) as page(event), jsonb_to_record(event -> 'data') as reading(
                datastream bigint, station text, parameter text, time timestamptz, value numeric, unit text, status text,
                flags text[], revision integer, "receivedAt" timestamptz)
            """;

    private final ObjectMapper json;
    private final Clock clock;
    private final Counter observations;
    private final Timer visible;

    ReadingsEffect(ObjectMapper json, Clock clock, MeterRegistry metrics) {
        this.json = json;
        this.clock = clock;
        this.observations = Counter.builder("publication.observations")
                .description("Readings put on record")
                .register(metrics);
        this.visible = Timer.builder("publication.visible")
                .description("From reception by ingestion to the public record")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    @Override
    public void apply(Handle transaction, List<FeedEvent> events) {
        String page = text(events);
        execute(
                transaction,
                "select observation_partition(month) from (select distinct date_trunc('month', time, 'UTC') as month "
                        + EVENT + ") months",
                page);
        transaction
                .createUpdate(
                        "insert into datastream (id, station, parameter) select distinct on (datastream) datastream,"
                                + " station, parameter " + EVENT + " on conflict do nothing")
                .bind("events", page)
                .execute();
        // No "on conflict": a feed that says one revision twice would tear a hole into the ministry's numbers.
        transaction.createUpdate("""
                        insert into observation (datastream, time, revision, value, unit, status, flags, received_at, cursor)
                        select datastream, time, revision, value, unit, status, coalesce(flags, '{}'), "receivedAt",
                            (event ->> 'cursor')::bigint
                        """ + EVENT).bind("events", page).execute();
        List<Reading> readings = events.stream().map(this::reading).toList();
        Newest.advance(transaction, readings, json);
        count(readings);
    }

    private static void execute(Handle transaction, String sql, String page) {
        transaction.createQuery(sql).bind("events", page).mapToMap().list();
    }

    private void count(List<Reading> readings) {
        Instant now = clock.instant();
        observations.increment(readings.size());
        readings.forEach(reading -> visible.record(Duration.between(reading.receivedAt(), now)));
    }

    private Reading reading(FeedEvent event) {
        try {
            return json.treeToValue(event.data(), Reading.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Readings event " + event.cursor(), e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

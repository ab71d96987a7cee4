package vn.quantrac.publication.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.registry.RegistryMessages;

/** Keeps the newest word of the registry on every code, but no credentials: nothing here needs them. */
@ApplicationScoped
public class RegistryEffect implements FeedEffect {
    private final ObjectMapper json;

    RegistryEffect(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void apply(Handle transaction, List<FeedEvent> events) {
        List<FeedEvent> open = events.stream()
                .filter(event -> !event.type().equals(RegistryMessages.CREDENTIAL))
                .toList();
        String page = text(open);
        transaction.createUpdate("""
                        insert into registry_entry (type, code, entry)
                        select distinct on (type, key) type, key, data
                        from jsonb_to_recordset(cast(:events as jsonb))
                            as event(cursor bigint, type text, key text, data jsonb)
                        order by type, key, cursor desc
                        on conflict (type, code) do update set entry = excluded.entry""").bind("events", page).execute();
        transaction
                .createUpdate("""
                        insert into datastream (id, station, parameter)
                        select distinct on (id) id, station, parameter
                        from jsonb_to_recordset(cast(:events as jsonb)) as event(type text, data jsonb),
                            jsonb_array_elements(data -> 'periods') as entry(period),
                            jsonb_to_record(period -> 'value') as named(id bigint, station text, parameter text)
                        where type = :type
                        on conflict do nothing""")
                .bind("events", page)
                .bind("type", RegistryMessages.DATASTREAM)
                .execute();
    }

    private String text(List<FeedEvent> events) {
        try {
            return json.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.quantrac.compliance.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/** This service's copy of the registry. */
@ApplicationScoped
public class RegistryCopy {
    private static final Set<String> KEPT = Set.of(
            RegistryMessages.PARAMETER,
            RegistryMessages.DISCHARGE_SOURCE,
            RegistryMessages.STATION,
            RegistryMessages.DATASTREAM);

    private final ObjectMapper json;
    private final Messages messages;

    RegistryCopy(ObjectMapper json, Messages messages) {
        this.json = json;
        this.messages = messages;
    }

    /** Stores changed entries and returns the datastreams of which the registry now says something else. */
    public Collection<JudgedDatastream> store(Handle handle, List<FeedEvent> events) {
        List<FeedEvent> kept =
                events.stream().filter(event -> KEPT.contains(event.type())).toList();
        if (kept.isEmpty()) {
            return List.of();
        }
        Set<String> stations = touchedStations(handle, kept);
        Map<Long, JudgedDatastream> before = ofStations(handle, stations);
        write(handle, kept);
        Map<Long, JudgedDatastream> after = ofStations(handle, stations);
        List<JudgedDatastream> changed = new ArrayList<>();
        after.values().stream()
                .filter(datastream -> !datastream.equals(before.get(datastream.id())))
                .forEach(changed::add);
        before.values().stream()
                .filter(datastream -> !after.containsKey(datastream.id()))
                .map(JudgedDatastream::withdrawn)
                .forEach(changed::add);
        return changed;
    }

    /** All datastreams that the registry has told. */
    public Collection<JudgedDatastream> all(Handle handle) {
        List<String> stations = handle.createQuery("select code from registry_entry where type = :type")
                .bind("type", RegistryMessages.STATION)
                .mapTo(String.class)
                .list();
        return ofStations(handle, stations).values();
    }

    /** All datastreams of stations, by id; of those the registry has not told yet there is none. */
    public Map<Long, JudgedDatastream> ofStations(Handle handle, Collection<String> stations) {
        Map<Long, JudgedDatastream> found = new LinkedHashMap<>();
        Map<String, RegistryEntry<Station>> entries = read(handle, RegistryMessages.STATION, stations, Station.class);
        Set<String> sourceCodes = new HashSet<>();
        entries.values().forEach(station -> sourceCodes.addAll(sourceCodes(station)));
        Map<String, RegistryEntry<DischargeSource>> sources =
                read(handle, RegistryMessages.DISCHARGE_SOURCE, sourceCodes, DischargeSource.class);
        Map<String, String> units = units(handle);
        for (RegistryEntry<Datastream> entry : datastreams(handle, stations)) {
            if (!entry.periods().isEmpty()) {
                Datastream datastream =
                        entry.periods().get(entry.periods().size() - 1).value();
                RegistryEntry<Station> station = entries.get(datastream.station());
                String unit = units.get(datastream.parameter());
                if (station != null && unit != null) {
                    Map<String, RegistryEntry<DischargeSource>> own = new HashMap<>(sources);
                    own.keySet().retainAll(sourceCodes(station));
                    found.put(
                            datastream.id(),
                            new JudgedDatastream(
                                    datastream.id(),
                                    datastream.station(),
                                    datastream.parameter(),
                                    datastream.unit() == null ? unit : datastream.unit(),
                                    unit,
                                    entry,
                                    station,
                                    own));
                }
            }
        }
        return found;
    }

    private static Set<String> sourceCodes(RegistryEntry<Station> station) {
        Set<String> codes = new HashSet<>();
        station.periods().stream()
                .map(period -> period.value().dischargeSource())
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }

    private void write(Handle handle, List<FeedEvent> events) {
        handle.createUpdate("""
                        insert into registry_entry (type, code, entry)
                        select distinct on (type, key) type, key, data
                        from jsonb_to_recordset(cast(:events as jsonb)) as event
                            (cursor bigint, type text, key text, data jsonb)
                        order by type, key, cursor desc
                        on conflict (type, code) do update set entry = excluded.entry""").bind("events", messages.write(events)).execute();
    }

    /** Before the events are stored: what they add names its station itself. */
    private static Set<String> touchedStations(Handle handle, List<FeedEvent> events) {
        Set<String> stations = new HashSet<>();
        for (FeedEvent event : events) {
            switch (event.type()) {
                case RegistryMessages.STATION -> stations.add(event.key());
                case RegistryMessages.DATASTREAM ->
                    stations.add(event.key().substring(0, event.key().indexOf('/')));
                case RegistryMessages.DISCHARGE_SOURCE ->
                    stations.addAll(handle.createQuery("select code from registry_entry where type = 'station' and"
                                    + " entry @> jsonb_build_object('periods', jsonb_build_array(jsonb_build_object("
                                    + "'value', jsonb_build_object('dischargeSource', :source::text))))")
                            .bind("source", event.key())
                            .mapTo(String.class)
                            .list());
                default ->
                    stations.addAll(handle.createQuery(
                                    "select split_part(code, '/', 1) from registry_entry where type = 'datastream'"
                                            + " and split_part(code, '/', 2) = :parameter")
                            .bind("parameter", event.key())
                            .mapTo(String.class)
                            .list());
            }
        }
        return stations;
    }

    private Map<String, String> units(Handle handle) {
        Map<String, String> units = new HashMap<>();
        handle.createQuery("select code, entry::text as entry from registry_entry where type = :type")
                .bind("type", RegistryMessages.PARAMETER)
                .map((row, context) -> entry(row.getString("entry"), Parameter.class))
                .forEach(entry -> entry.periods().stream()
                        .reduce((earlier, later) -> later)
                        .map(Effective::value)
                        .ifPresent(parameter -> units.put(entry.code(), parameter.unit())));
        return units;
    }

    private List<RegistryEntry<Datastream>> datastreams(Handle handle, Collection<String> stations) {
        return handle.createQuery("select entry::text as entry from registry_entry where type = :type"
                        + " and split_part(code, '/', 1) = any(:stations) order by code")
                .bind("type", RegistryMessages.DATASTREAM)
                .bindArray("stations", String.class, stations.toArray())
                .map((row, context) -> entry(row.getString("entry"), Datastream.class))
                .list();
    }

    private <T> Map<String, RegistryEntry<T>> read(Handle handle, String type, Collection<String> codes, Class<T> of) {
        Map<String, RegistryEntry<T>> found = new HashMap<>();
        handle.createQuery("select entry::text as entry from registry_entry where type = :type and code = any(:codes)")
                .bind("type", type)
                .bindArray("codes", String.class, codes.toArray())
                .map((row, context) -> entry(row.getString("entry"), of))
                .forEach(entry -> found.put(entry.code(), entry));
        return found;
    }

    private <T> RegistryEntry<T> entry(String text, Class<T> of) {
        JavaType type = json.getTypeFactory().constructParametricType(RegistryEntry.class, of);
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

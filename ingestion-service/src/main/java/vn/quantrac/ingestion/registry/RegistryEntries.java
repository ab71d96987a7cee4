package vn.quantrac.ingestion.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/** The newest word of the registry on every code. */
final class RegistryEntries {
    final Map<String, RegistryEntry<Station>> stations = new HashMap<>();
    final Map<String, RegistryEntry<DischargeSource>> sources = new HashMap<>();
    final Map<String, RegistryEntry<Parameter>> parameters = new HashMap<>();
    final Map<String, RegistryEntry<Datastream>> datastreams = new HashMap<>();
    final Map<String, RegistryEntry<Instrument>> instruments = new HashMap<>();
    final Map<String, RegistryEntry<Credential>> credentials = new HashMap<>();

    private final ObjectMapper json;

    RegistryEntries(ObjectMapper json) {
        this.json = json;
    }

    /** Takes an entry in; types that intake does not need are passed over. */
    void put(String type, String code, String entry) {
        switch (type) {
            case RegistryMessages.STATION -> stations.put(code, read(entry, Station.class));
            case RegistryMessages.DISCHARGE_SOURCE -> sources.put(code, read(entry, DischargeSource.class));
            case RegistryMessages.PARAMETER -> parameters.put(code, read(entry, Parameter.class));
            case RegistryMessages.INSTRUMENT -> instruments.put(code, read(entry, Instrument.class));
            case RegistryMessages.DATASTREAM -> datastreams.put(code, read(entry, Datastream.class));
            case RegistryMessages.CREDENTIAL -> credentials.put(code, read(entry, Credential.class));
            default -> {
                return;
            }
        }
    }

    private <T> RegistryEntry<T> read(String entry, Class<T> type) {
        try {
            return json.readValue(entry, json.getTypeFactory().constructParametricType(RegistryEntry.class, type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

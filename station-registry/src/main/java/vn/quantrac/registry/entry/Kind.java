package vn.quantrac.registry.entry;

import java.util.Arrays;
import java.util.Optional;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/** The kinds of entries, each with its event type, its collection in the API and the record of its attributes. */
public enum Kind {
    PARAMETER(RegistryMessages.PARAMETER, "parameters", Parameter.class),
    DISCHARGE_SOURCE(RegistryMessages.DISCHARGE_SOURCE, "discharge-sources", DischargeSource.class),
    STATION(RegistryMessages.STATION, "stations", Station.class),
    INSTRUMENT(RegistryMessages.INSTRUMENT, "instruments", Instrument.class),
    DATASTREAM(RegistryMessages.DATASTREAM, "datastreams", Datastream.class),
    CREDENTIAL(RegistryMessages.CREDENTIAL, "credentials", Credential.class);

    private final String eventType;
    private final String collection;
    private final Class<?> attributes;

    Kind(String eventType, String collection, Class<?> attributes) {
        this.eventType = eventType;
        this.collection = collection;
        this.attributes = attributes;
    }

    static Optional<Kind> ofCollection(String collection) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(collection))
                .findFirst();
    }

    String eventType() {
        return eventType;
    }

    String collection() {
        return collection;
    }

    Class<?> attributes() {
        return attributes;
    }
}

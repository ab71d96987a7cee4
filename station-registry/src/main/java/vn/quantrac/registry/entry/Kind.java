package vn.quantrac.registry.entry;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/**
 * The kinds of entries, each with its event type, its collection in the API, the form of its codes and the record of
 * its attributes. A kind comes after those it refers to.
 */
public enum Kind {
    PARAMETER(RegistryMessages.PARAMETER, "parameters", Codes.PLAIN, Parameter.class),
    DISCHARGE_SOURCE(RegistryMessages.DISCHARGE_SOURCE, "discharge-sources", Codes.PLAIN, DischargeSource.class),
    STATION(RegistryMessages.STATION, "stations", Codes.STATION, Station.class),
    INSTRUMENT(RegistryMessages.INSTRUMENT, "instruments", Codes.PLAIN, Instrument.class),
    DATASTREAM(RegistryMessages.DATASTREAM, "datastreams", Codes.STATION + "/" + Codes.PLAIN, Datastream.class),
    CREDENTIAL(RegistryMessages.CREDENTIAL, "credentials", Codes.PLAIN, Credential.class);

    private static final class Codes {
        static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9,._+-]{0,39}";
        static final String STATION = "[A-Z0-9][A-Z0-9_-]{2,39}";
    }

    private final String eventType;
    private final String collection;
    private final Pattern code;
    private final Class<?> attributes;

    Kind(String eventType, String collection, String code, Class<?> attributes) {
        this.eventType = eventType;
        this.collection = collection;
        this.code = Pattern.compile(code);
        this.attributes = attributes;
    }

    public static Optional<Kind> ofCollection(String collection) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(collection))
                .findFirst();
    }

    public static Kind ofEventType(String eventType) {
        return Arrays.stream(values())
                .filter(kind -> kind.eventType.equals(eventType))
                .findFirst()
                .orElseThrow();
    }

    public String eventType() {
        return eventType;
    }

    public String collection() {
        return collection;
    }

    Class<?> attributes() {
        return attributes;
    }

    boolean isCode(String text) {
        return text != null && code.matcher(text).matches();
    }

    String codePattern() {
        return code.pattern();
    }
}

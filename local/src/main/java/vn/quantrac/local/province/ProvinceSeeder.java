package vn.quantrac.local.province;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quantrac.local.CannotRunException;

/**
 * Creates the sample province through the public registry API, as an operator of the centre would. What exists already
 * stays as it is, also when somebody changed or ended it; so it may run at every start.
 */
public final class ProvinceSeeder {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CREATED = 201;
    private static final int CHANGED = 200;

    private final RegistryClient registry;
    private final Path credentialsFile;

    /**
     * @param publicUrl of the gateway
     * @param credentialsFile where the secrets of the loggers are kept
     */
    public ProvinceSeeder(String publicUrl, Path credentialsFile) {
        this(new RegistryClient(publicUrl, PATIENCE), credentialsFile);
    }

    ProvinceSeeder(RegistryClient registry, Path credentialsFile) {
        this.registry = registry;
        this.credentialsFile = credentialsFile;
    }

    /** @throws CannotRunException when the registry cannot be reached in time, or refuses */
    public void seed() throws InterruptedException {
        // What others refer to comes first.
        for (String collection : List.of(
                ProvinceData.PARAMETERS, ProvinceData.SOURCES, ProvinceData.STATIONS, ProvinceData.INSTRUMENTS)) {
            Map<String, JsonNode> existing = existing(collection);
            for (List<ObjectNode> periods : ProvinceData.entries(collection)) {
                create("/" + collection, periods, existing.get(code(periods)));
            }
        }
        Map<String, JsonNode> datastreams = existing(ProvinceData.DATASTREAMS);
        for (List<ObjectNode> periods : ProvinceData.entries(ProvinceData.DATASTREAMS)) {
            createDatastream(periods.get(0), datastreams);
        }
        // Last, so that a logger that is let in finds all its datastreams known.
        Credentials credentials = Credentials.in(credentialsFile);
        for (List<ObjectNode> periods : ProvinceData.entries(ProvinceData.STATIONS)) {
            issueCredential(code(periods), credentials);
        }
    }

    /** What holds now, by code. What was ended is missing here, and its creation is then refused because the code exists. */
    private Map<String, JsonNode> existing(String collection) throws InterruptedException {
        RegistryClient.Answer answer = registry.get("/" + collection + "?limit=1000");
        expect(answer, CHANGED, "reading " + collection);
        Map<String, JsonNode> existing = new HashMap<>();
        answer.body().get("items").forEach(item -> existing.put(item.get("code").asText(), item));
        return existing;
    }

    private void create(String collection, List<ObjectNode> periods, JsonNode existing) throws InterruptedException {
        JsonNode last = existing;
        if (last == null) {
            RegistryClient.Answer answer = registry.post(collection, periods.get(0));
            if (answer.isProblem("exists")) {
                return;
            }
            expect(answer, CREATED, "creating " + code(periods));
            last = answer.body();
        }
        for (ObjectNode period : periods.subList(1, periods.size())) {
            // A run that was cut short leaves an entry without its later periods.
            if (validFrom(period).isAfter(validFrom(last))) {
                String path = collection + "/" + code(periods);
                RegistryClient.Answer answer =
                        registry.put(path, period, last.get("version").asInt());
                expect(answer, CHANGED, "changing " + code(periods));
                last = answer.body();
            }
        }
    }

    private void createDatastream(ObjectNode datastream, Map<String, JsonNode> existing) throws InterruptedException {
        String station = datastream.remove("station").asText();
        String parameter = datastream.remove("parameter").asText();
        if (!existing.containsKey(station + "/" + parameter)) {
            RegistryClient.Answer answer =
                    registry.put("/stations/" + station + "/datastreams/" + parameter, datastream, null);
            if (!answer.isProblem("exists")) {
                expect(answer, CREATED, "creating datastream " + station + "/" + parameter);
            }
        }
    }

    /** A credential whose secret nobody knows is of no use; one that is known and was ended by somebody stays ended. */
    private void issueCredential(String station, Credentials credentials) throws InterruptedException {
        String path = "/stations/" + station + "/credentials";
        RegistryClient.Answer listed = registry.get(path);
        expect(listed, CHANGED, "reading the credentials of " + station);
        if (!credentials.knows(station) || listed.body().get("items").isEmpty()) {
            RegistryClient.Answer issued = registry.post(path, null);
            expect(issued, CREATED, "issuing a credential to " + station);
            credentials.put(station, issued.body().get("secret").asText());
        }
    }

    private static void expect(RegistryClient.Answer answer, int status, String doing) {
        if (!answer.is(status)) {
            throw new CannotRunException(
                    "the sample province cannot be created: " + doing + " was answered with " + answer.reason());
        }
    }

    private static String code(List<ObjectNode> periods) {
        return periods.get(0).get("code").asText();
    }

    private static Instant validFrom(JsonNode period) {
        return Instant.parse(period.get("validFrom").asText());
    }
}

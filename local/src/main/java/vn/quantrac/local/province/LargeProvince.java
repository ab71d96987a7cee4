package vn.quantrac.local.province;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.quantrac.local.CannotRunException;

/**
 * As many surface-water stations as a province has, beside the sample ones, for benchmarks: registered by one import,
 * each with {@link #PARAMETERS} and a credential of its own.
 */
public final class LargeProvince {
    /** What each of them measures; ten of the sample province's parameters. */
    public static final List<String> PARAMETERS =
            List.of("Temp", "pH", "DO", "EC", "Turbidity", "TSS", "NH4", "NO3", "COD", "Flow");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FROM = "2019-12-31T17:00:00Z";

    private final RegistryClient registry;
    private final Credentials credentials;
    private final ObjectMapper json = new ObjectMapper();

    /** @param credentialsFile to which the stations' secrets are added */
    public LargeProvince(String publicUrl, Path credentialsFile) {
        this.registry = new RegistryClient(publicUrl, PATIENCE);
        this.credentials = Credentials.in(credentialsFile);
    }

    /** The code of the n-th station. */
    public static String station(int n) {
        return "HG_LARG_NUO%03d".formatted(n);
    }

    public void register(int stations) throws InterruptedException {
        ObjectNode document = json.createObjectNode();
        ArrayNode entries = document.putArray("stations");
        ArrayNode datastreams = document.putArray("datastreams");
        for (int n = 1; n <= stations; n++) {
            entries.addObject()
                    .put("validFrom", FROM)
                    .put("code", station(n))
                    .put("nameVi", "Trạm đo thử số " + n)
                    .put("nameEn", "Benchmark station " + n)
                    .put("medium", "SURFACE_WATER")
                    .put("latitude", 9.5 + n * 0.001)
                    .put("longitude", 105.5)
                    .put("administrativeUnit", "Thành phố Cần Thơ")
                    .put("intervalSeconds", 300);
            for (String parameter : PARAMETERS) {
                datastreams
                        .addObject()
                        .put("validFrom", FROM)
                        .put("station", station(n))
                        .put("parameter", parameter);
            }
        }
        expect(registry.post("/import", document), 200);
        for (int n = 1; n <= stations; n++) {
            RegistryClient.Answer issued = registry.post("/stations/" + station(n) + "/credentials", null);
            expect(issued, 201);
            credentials.put(station(n), issued.body().get("secret").asText());
        }
    }

    private static void expect(RegistryClient.Answer answer, int status) {
        if (!answer.is(status)) {
            throw new CannotRunException(
                    "the large province cannot be registered: " + answer.reason() + " " + answer.body());
        }
    }
}

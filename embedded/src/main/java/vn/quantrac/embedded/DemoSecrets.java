package vn.quantrac.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Passwords of the demo users and secrets of the clients outside production: the name and a suffix, no secret at all. */
public final class DemoSecrets {
    private static final List<String> CLIENTS =
            List.of("ministry", "agency", "ingestion-service", "compliance-service", "publication-service");

    private DemoSecrets() {}

    /** The password of a demo user. */
    public static String ofUser(String user) {
        return user + "-demo";
    }

    /** The secret of a client. */
    public static String ofClient(String client) {
        return client + "-demo-secret";
    }

    /** For the placeholders of the realm: {@code QUANTRAC_<CLIENT>_SECRET}. */
    static Map<String, String> environment() {
        return CLIENTS.stream()
                .collect(Collectors.toMap(
                        client -> "QUANTRAC_" + client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET",
                        DemoSecrets::ofClient));
    }
}

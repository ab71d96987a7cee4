package vn.quantrac.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A fresh Keycloak with realm and demo users for the tests of this JVM; sets QUANTRAC_OIDC_URL,
 * QUANTRAC_OIDC_ISSUER and QUANTRAC_KEYCLOAK_URL, and with the argument {@code client} also that client's id and secret.
 */
public final class KeycloakTestResource implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> client = new HashMap<>();
    private Postgres postgres;
    private Keycloak keycloak;

    @Override
    public void init(Map<String, String> arguments) {
        String id = arguments.get("client");
        if (id != null) {
            client.put("QUANTRAC_OIDC_CLIENT_ID", id);
            client.put("QUANTRAC_OIDC_CLIENT_SECRET", DemoSecrets.ofClient(id));
        }
    }

    @Override
    public Map<String, String> start() {
        int port = Ports.free();
        postgres = KeycloakTestDatabase.start();
        keycloak = KeycloakTestDatabase.keycloak(postgres, port);
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "keycloak-stop"));
        keycloak.awaitReady(KeycloakTestDatabase.STARTUP);
        String realm = keycloak.realmUrl("quantrac");
        DemoTokens.use(realm);
        Map<String, String> configuration = new HashMap<>(client);
        configuration.put("QUANTRAC_KEYCLOAK_URL", "http://localhost:" + port);
        configuration.put("QUANTRAC_OIDC_URL", realm);
        configuration.put("QUANTRAC_OIDC_ISSUER", realm);
        return configuration;
    }

    @Override
    public void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}

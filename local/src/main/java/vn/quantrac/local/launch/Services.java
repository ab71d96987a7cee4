package vn.quantrac.local.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.quantrac.embedded.DemoSecrets;

/** The five services: their ports on this machine and the environment each gets. */
final class Services {
    static final String REGISTRY = "station-registry";
    static final String INGESTION = "ingestion-service";
    static final String COMPLIANCE = "compliance-service";
    static final String PUBLICATION = "publication-service";
    static final String GATEWAY = "gateway";
    /** In the order of a reading's way; each follows feeds of those before it. */
    static final List<String> ALL = List.of(REGISTRY, INGESTION, COMPLIANCE, PUBLICATION, GATEWAY);

    /** Database and database user of each service that has one. */
    static final Map<String, String> DATABASES = Map.of(
            REGISTRY, "station_registry",
            INGESTION, "ingestion",
            COMPLIANCE, "compliance",
            PUBLICATION, "publication");

    private final Settings settings;
    private final Secrets secrets;
    private final Addresses addresses;
    private final Map<String, Integer> httpPorts = new LinkedHashMap<>();
    private final Map<String, Integer> managementPorts = new LinkedHashMap<>();
    private final Ports ports;

    Services(Settings settings, Secrets secrets, Addresses addresses, Ports ports) {
        this.settings = settings;
        this.secrets = secrets;
        this.addresses = addresses;
        this.ports = ports;
        for (String service : ALL) {
            httpPorts.put(service, GATEWAY.equals(service) ? settings.port() : ports.free());
            managementPorts.put(service, ports.free());
        }
    }

    String url(String service) {
        return "http://127.0.0.1:" + httpPorts.get(service);
    }

    String readyUrl(String service) {
        return "http://127.0.0.1:" + managementPorts.get(service) + "/q/health/ready";
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = environment(service, httpPorts.get(service), managementPorts.get(service));
        environment.put("QUANTRAC_MQTT_DOOR_PORT", Integer.toString(addresses.mqttDoor()));
        environment.put("QUANTRAC_FTP_PORT", Integer.toString(addresses.ftp()));
        environment.put("QUANTRAC_FTP_PASSIVE_PORTS", addresses.ftpPassive());
        environment.put("QUANTRAC_SFTP_PORT", Integer.toString(addresses.sftp()));
        return environment;
    }

    /** The environment of one more replica, on ports of its own. */
    Map<String, String> replicaEnvironment(String service) {
        Map<String, String> environment = environment(service, ports.free(), ports.free());
        environment.put("QUANTRAC_MQTT_DOOR_PORT", Integer.toString(ports.free()));
        environment.put("QUANTRAC_FTP_PORT", Integer.toString(ports.free()));
        environment.put("QUANTRAC_FTP_PASSIVE_PORTS", Integer.toString(ports.free()));
        environment.put("QUANTRAC_SFTP_PORT", Integer.toString(ports.free()));
        return environment;
    }

    private Map<String, String> environment(String service, int http, int management) {
        Map<String, String> environment = new LinkedHashMap<>();
        // Its passwords are public, so nothing of it listens to other machines.
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("INGESTION_MQTT_HOST", "127.0.0.1");
        environment.put("INGESTION_FTP_HOST", "127.0.0.1");
        environment.put("INGESTION_SFTP_HOST", "127.0.0.1");
        environment.put(
                "QUANTRAC_SFTP_HOST_KEY_FILE",
                settings.data().toAbsolutePath().resolve("sftp-host-key").toString());
        environment.put("QUANTRAC_PUBLIC_URL", settings.publicUrl());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(http));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        if (DATABASES.containsKey(service)) {
            environment.put("QUANTRAC_DB_HOST", "localhost");
            environment.put("QUANTRAC_DB_PORT", Integer.toString(addresses.postgres()));
            environment.put("QUANTRAC_DB_NAME", DATABASES.get(service));
            environment.put("QUANTRAC_DB_USER", DATABASES.get(service));
            environment.put("QUANTRAC_DB_PASSWORD", secrets.of("db." + DATABASES.get(service)));
            environment.put("QUANTRAC_MQTT_HOST", "localhost");
            environment.put("QUANTRAC_MQTT_PORT", Integer.toString(addresses.broker()));
            environment.put("QUANTRAC_MQTT_USER", "quantrac");
            environment.put("QUANTRAC_MQTT_PASSWORD", secrets.of("mqtt"));
            environment.put("QUANTRAC_OIDC_CLIENT_ID", service);
            environment.put("QUANTRAC_OIDC_CLIENT_SECRET", DemoSecrets.ofClient(service));
        }
        environment.put("QUANTRAC_OIDC_URL", addresses.keycloakUrl() + "/realms/quantrac");
        environment.put("QUANTRAC_OIDC_ISSUER", settings.publicUrl() + "/auth/realms/quantrac");
        environment.put("QUANTRAC_KEYCLOAK_URL", "http://localhost:" + addresses.keycloak());
        environment.put("QUANTRAC_REGISTRY_URL", url(REGISTRY));
        environment.put("QUANTRAC_INGESTION_URL", url(INGESTION));
        environment.put("QUANTRAC_COMPLIANCE_URL", url(COMPLIANCE));
        environment.put("QUANTRAC_PUBLICATION_URL", url(PUBLICATION));
        return environment;
    }
}

package vn.quantrac.local.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import vn.quantrac.local.province.Credentials;

/** The doors of the intake and the secrets with which loggers pass them. */
record Doors(URI gateway, URI service, URI mqtt, URI ftp, Credentials credentials) {
    static Doors from(Map<String, String> environment) {
        return new Doors(
                URI.create(environment.get("QUANTRAC_GATEWAY_URL")),
                URI.create(environment.get("QUANTRAC_BENCH_INGESTION_URL")),
                URI.create("mqtt://" + environment.get("QUANTRAC_MQTT_DOOR")),
                URI.create("ftp://" + environment.get("QUANTRAC_FTP_DOOR")),
                Credentials.in(Path.of(environment.get("QUANTRAC_CREDENTIALS"))));
    }

    String basic(String station) {
        String userInfo = station + ":" + credentials.secretOf(station);
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}

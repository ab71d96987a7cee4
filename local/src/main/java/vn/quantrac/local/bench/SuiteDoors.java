package vn.quantrac.local.bench;

import java.nio.file.Path;
import java.util.Map;
import vn.quantrac.local.province.Credentials;

/**
 * The public doors of the suite.
 *
 * @param gateway scheme, host and port
 * @param credentials the stations' secrets
 */
record SuiteDoors(String gateway, String mqttHost, int mqttPort, Credentials credentials) {
    static SuiteDoors from(Map<String, String> environment) {
        String[] mqtt = environment.get("QUANTRAC_MQTT_DOOR").split(":");
        return new SuiteDoors(
                environment.get("QUANTRAC_GATEWAY_URL"),
                mqtt[0],
                Integer.parseInt(mqtt[1]),
                Credentials.in(Path.of(environment.get("QUANTRAC_CREDENTIALS"))));
    }
}

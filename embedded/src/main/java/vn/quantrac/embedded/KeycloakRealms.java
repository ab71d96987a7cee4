package vn.quantrac.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The realms that Keycloak imports when it does not know them yet, by name. */
public final class KeycloakRealms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> realms = new TreeMap<>();

    private KeycloakRealms() {}

    /** The realm of the chart with the demo users, whose passwords are no secret. */
    public static KeycloakRealms demo() {
        KeycloakRealms demo = new KeycloakRealms();
        demo.realms.put("quantrac", merged("realm-quantrac", "demo-users"));
        return demo;
    }

    /** As {@link #demo()}, with clients that get bad tokens, and a second realm {@code other} that signs its own. */
    static KeycloakRealms tests() {
        KeycloakRealms tests = new KeycloakRealms();
        tests.realms.put("quantrac", merged("realm-quantrac", "demo-users", "test-clients"));
        tests.realms.put("other", merged("realm-quantrac", "demo-users").put("realm", "other"));
        return tests;
    }

    private static ObjectNode merged(String realm, String... additions) {
        ObjectNode result = (ObjectNode) read(realm);
        for (String addition : additions) {
            read(addition).properties().forEach(list -> ((ArrayNode) result.withArray(list.getKey()))
                    .addAll((ArrayNode) list.getValue()));
        }
        return result;
    }

    private static JsonNode read(String name) {
        try (var file = KeycloakRealms.class.getResourceAsStream("/keycloak/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Equal for equal realms. */
    String fingerprint() {
        return HexFormat.of().toHexDigits(realms.toString().hashCode());
    }

    void writeTo(Path importFolder) throws IOException {
        Directories.delete(importFolder);
        Files.createDirectories(importFolder);
        for (Map.Entry<String, ObjectNode> realm : realms.entrySet()) {
            JSON.writeValue(importFolder.resolve(realm.getKey() + "-realm.json").toFile(), realm.getValue());
        }
    }
}

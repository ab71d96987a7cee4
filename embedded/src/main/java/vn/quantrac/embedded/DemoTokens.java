package vn.quantrac.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Access tokens of the demo users and clients, good ones and bad ones, from the Keycloak of the running tests. */
public final class DemoTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> USERS = Set.of("admin", "operator", "facility");
    /** A system property, because tests and test resources may live in different class loaders. */
    private static final String REALM = "vn.quantrac.embedded.realm";

    private DemoTokens() {}

    static void use(String realmUrl) {
        System.setProperty(REALM, realmUrl);
    }

    /** A token of {@code admin}, {@code operator}, {@code facility}, or of a client such as {@code ministry}. */
    public static String of(String userOrClient) {
        return from(System.getProperty(REALM), userOrClient);
    }

    /** A token with every role that nobody may accept any more. */
    public static String expired() {
        String token = of("short-lived");
        try {
            Thread.sleep(2_100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return token;
    }

    /** A token for {@code admin} that another realm has signed. */
    public static String ofOtherRealm() {
        return from(System.getProperty(REALM).replaceFirst("/quantrac$", "/other"), "admin");
    }

    /** A token with every role whose audience does not name quantrac. */
    public static String ofOtherAudience() {
        return of("other-audience");
    }

    /** A good token of a client that has no role. */
    public static String withoutRole() {
        return of("no-role");
    }

    /**
     * A token from a given realm.
     *
     * @throws IllegalStateException when the realm refuses
     */
    public static String from(String realmUrl, String userOrClient) {
        Map<String, String> form = USERS.contains(userOrClient)
                ? Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "quantrac-cli",
                        "username",
                        userOrClient,
                        "password",
                        DemoSecrets.ofUser(userOrClient))
                : Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        userOrClient,
                        "client_secret",
                        DemoSecrets.ofClient(userOrClient));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("No token for " + userOrClient + ": " + response.body());
            }
            return JSON.readTree(response.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("No token for " + userOrClient, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

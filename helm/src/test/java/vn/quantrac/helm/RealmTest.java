package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final String REALM = Repository.read(Repository.CHART.resolve("files/realm-quantrac.json"));

    @Test
    void keycloak_gets_every_secret_that_the_realm_leaves_open() {
        List<String> open = PLACEHOLDER
                .matcher(REALM)
                .results()
                .map(match -> match.group(1))
                .toList();
        List<String> given = keycloak("StatefulSet").container().path("env").findValuesAsText("name").stream()
                .filter(name -> name.startsWith("QUANTRAC_"))
                .toList();

        assertThat(given).containsExactlyInAnyOrderElementsOf(open).isNotEmpty();
    }

    @Test
    void the_realm_reaches_keycloak_unchanged() throws Exception {
        JsonNode imported = new ObjectMapper()
                .readTree(keycloak("ConfigMap")
                        .json()
                        .at("/data")
                        .path("realm-quantrac.json")
                        .asText());

        assertThat(imported).isEqualTo(new ObjectMapper().readTree(REALM));
    }

    /** Demo users belong to local runs; what the chart imports must not let anybody in. */
    @Test
    void the_realm_has_no_people_and_no_passwords() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(REALM);

        for (JsonNode user : realm.path("users")) {
            assertThat(user.has("serviceAccountClientId")).as("%s", user).isTrue();
            assertThat(user.has("credentials")).isFalse();
        }
        for (JsonNode client : realm.path("clients")) {
            if (!client.path("publicClient").asBoolean()) {
                assertThat(client.path("secret").asText()).matches(PLACEHOLDER);
            }
        }
    }

    private static Rendered keycloak(String kind) {
        return Chart.byDefault().render().stream()
                .filter(object -> kind.equals(object.kind()) && "keycloak".equals(object.component()))
                .findFirst()
                .orElseThrow();
    }
}

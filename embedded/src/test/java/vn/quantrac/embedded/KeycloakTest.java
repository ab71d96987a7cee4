package vn.quantrac.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakTest {
    private static final KeycloakTestResource RESOURCE = new KeycloakTestResource();
    private static Map<String, String> configuration;

    @BeforeAll
    static void start() {
        RESOURCE.init(Map.of("client", "ingestion-service"));
        configuration = RESOURCE.start();
    }

    @AfterAll
    static void stop() {
        RESOURCE.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, registry-admin operator",
        "operator, operator",
        "facility, facility",
        "ministry, ministry",
        "agency, agency",
        "ingestion-service, service",
        "compliance-service, service",
        "publication-service, service"
    })
    void a_token_carries_the_roles_the_audience_and_the_issuer(String name, String roles) throws IOException {
        JsonNode claims = claims(DemoTokens.of(name));
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactlyInAnyOrder(roles.split(" "));
        assertThat(texts(claims.get("aud"))).contains("quantrac");
        assertThat(claims.get("iss").asText()).isEqualTo(configuration.get("QUANTRAC_OIDC_ISSUER"));
        assertThat(claims.get("sub").asText()).isNotBlank();
    }

    @Test
    void only_a_facility_user_carries_a_facility() throws IOException {
        assertThat(claims(DemoTokens.of("facility")).get("facility").asText()).isEqualTo("GIAY");
        assertThat(claims(DemoTokens.of("operator")).get("facility")).isNull();
    }

    @Test
    void bad_tokens_are_bad_in_one_way_each() throws IOException {
        JsonNode expired = claims(DemoTokens.expired());
        assertThat(Instant.ofEpochSecond(expired.get("exp").asLong())).isBefore(Instant.now());
        assertThat(texts(expired.at("/realm_access/roles"))).contains("registry-admin", "ministry");
        assertThat(claims(DemoTokens.ofOtherRealm()).get("iss").asText()).endsWith("/auth/realms/other");
        assertThat(claims(DemoTokens.ofOtherAudience()).toString()).doesNotContain("\"aud\"");
        assertThat(claims(DemoTokens.withoutRole()).has("realm_access")).isFalse();
    }

    @Test
    void a_wrong_name_gets_no_token() {
        assertThatThrownBy(() -> DemoTokens.of("nobody")).hasMessageContaining("invalid_client");
    }

    @Test
    void the_account_of_the_service_under_test_is_configured() {
        assertThat(configuration)
                .containsEntry("QUANTRAC_OIDC_CLIENT_ID", "ingestion-service")
                .containsEntry("QUANTRAC_OIDC_CLIENT_SECRET", "ingestion-service-demo-secret");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return list.isTextual() ? List.of(list.asText()) : texts;
    }
}

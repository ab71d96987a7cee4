package vn.quantrac.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantrac.embedded.DemoTokens;

@QuarkusTest
class BadTokenIT extends GatewayTests {
    static Stream<Arguments> badTokens() throws Exception {
        String[] parts = token("admin").split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", DemoTokens.expired());
        tokens.put("of another realm", DemoTokens.ofOtherRealm());
        tokens.put("for another audience", DemoTokens.ofOtherAudience());
        tokens.put("unsigned", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        tokens.put("alg none with a signature", encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        tokens.put("signed with a guessed key", guessedKey(parts[1]));
        tokens.put("with a changed payload", parts[0] + "." + encoded("{\"sub\":\"x\"}") + "." + parts[2]);
        tokens.put("cut", parts[0] + "." + parts[1]);
        tokens.put("garbage", "garbage");
        tokens.put("almost empty", ".");
        return tokens.entrySet().stream().map(token -> Arguments.of(token.getKey(), token.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_opens_nothing(String kind, String token) {
        for (String path : new String[] {
            "/api/registry/v1/stations", "/api/ingestion/v1/x", "/api/compliance/v1/x", "/api/ministry/v1/readings"
        }) {
            with("Bearer " + token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_no_obstacle_to_open_data_and_is_not_passed_on(String kind, String token) {
        with("Bearer " + token)
                .get("/open/v1/stations")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo(null));
    }

    @Test
    void basic_credentials_pass_to_the_doors_for_telegrams_and_streams_and_nowhere_else() {
        String basic = "Basic " + encoded("HG_GIAY_NUO001:secret");
        for (String door : new String[] {"telegrams", "readings"}) {
            with(basic)
                    .body("x")
                    .post("/api/ingestion/v1/stations/HG_GIAY_NUO001/" + door)
                    .then()
                    .statusCode(200)
                    .body("headers.authorization", equalTo(basic));
        }
        with(basic)
                .post("/api/ingestion/v1/stations/HG_GIAY_NUO001/uploads")
                .then()
                .statusCode(401);
        with(basic)
                .get("/api/ingestion/v1/stations/HG_GIAY_NUO001/readings")
                .then()
                .statusCode(401);
        with(basic)
                .get("/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams")
                .then()
                .statusCode(401);
        with(basic)
                .put("/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams")
                .then()
                .statusCode(401);
        with(basic)
                .post("/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams/1")
                .then()
                .statusCode(401);
        with(basic).post("/api/ingestion/v1/stations/a/b/telegrams").then().statusCode(401);
        with(basic).post("/api/ingestion/v1/stations/HG_GIAY_NUO001").then().statusCode(401);
        with(basic).get("/api/registry/v1/stations").then().statusCode(401);
        anonymous()
                .post("/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams")
                .then()
                .statusCode(401);
        with("Digest x")
                .post("/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams")
                .then()
                .statusCode(401);
    }

    @Test
    void two_credentials_in_one_request_are_refused() {
        with("Bearer " + token("admin"))
                .header("Authorization", "Basic " + encoded("a:b"))
                .get("/api/registry/v1/stations")
                .then()
                .statusCode(400);
    }

    private static String guessedKey(String payload) throws Exception {
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + payload;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

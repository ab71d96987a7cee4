package vn.quantrac.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayIT extends GatewayTests {
    @TestHTTPResource("/")
    URI gateway;

    @Test
    void path_query_body_and_token_arrive_unchanged() {
        as("admin")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body("{\"code\":\"HG_GIAY_NUO001\"}")
                .put("/api/registry/v1/stations/HG_GIAY_NUO001?dry=a%20b&x=1%2B1")
                .then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/api/registry/v1/stations/HG_GIAY_NUO001?dry=a%20b&x=1%2B1"))
                .body("bytes", equalTo(25))
                .body("headers.if-match", equalTo("\"7\""))
                .body("headers.content-type", containsString("application/json"))
                .body("headers.authorization", equalTo("Bearer " + token("admin")));
    }

    @Test
    void a_caller_cannot_pose_as_another_or_from_elsewhere() {
        as("operator")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-User-ID", "admin")
                .header("X-User", "admin")
                .header("X-Remote-User", "admin")
                .header("X-Original-URL", "/api/ministry/v1/readings")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Request-Id", "forged")
                .header("Cookie", "session=1")
                .get("/api/registry/v1/stations")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-host", matchesPattern("localhost:\\d+"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-user-id", nullValue())
                .body("headers.x-user", nullValue())
                .body("headers.x-remote-user", nullValue())
                .body("headers.x-original-url", nullValue())
                .body("headers.x-http-method-override", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.x-request-id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void headers_meant_for_the_gateway_end_there() {
        as("operator")
                .header("Connection", "X-Only-Here, Authorization")
                .header("X-Only-Here", "1")
                .header("Keep-Alive", "timeout=5")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic eA==")
                .get("/api/registry/v1/stations")
                .then()
                .statusCode(200)
                .body("headers.x-only-here", nullValue())
                .body("headers.keep-alive", nullValue())
                .body("headers.te", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.authorization", not(nullValue()));
    }

    @Test
    void every_answer_carries_the_headers_that_protect_a_browser() {
        for (String path : new String[] {"/", "/open/v1/stations", "/api/ministry/v1/readings", "/a;b"}) {
            anonymous()
                    .get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("strict-origin-when-cross-origin"))
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .header("Content-Security-Policy", containsString("img-src 'self' data: https://tile"))
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .header("Server", nullValue());
        }
    }

    @Test
    void pages_of_other_sites_may_read_open_data_only() {
        String origin = "https://elsewhere.example";
        anonymous()
                .header("Origin", origin)
                .get("/open/v1/stations")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", nullValue());
        anonymous()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options("/sta/v1.1/Things")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD"));
        anonymous().header("Origin", origin).get("/").then().header("Access-Control-Allow-Origin", nullValue());
        as("admin")
                .header("Origin", origin)
                .get("/api/registry/v1/stations")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        anonymous()
                .header("Origin", origin)
                .options("/api/registry/v1/stations")
                .then()
                .statusCode(401);
    }

    @Test
    void an_address_that_asks_too_often_is_told_to_wait() throws Exception {
        HttpClient impatient = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/open/v1/stations"));
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 1_500)
                .mapToObj(i -> request.copy()
                        .header("X-Forwarded-For", "10.0.0." + i % 256)
                        .build())
                .map(disguised -> impatient.sendAsync(disguised, BodyHandlers.ofString()))
                .toList();
        // The small echo service may break connections under such a flood; that is not asked here.
        HttpResponse<String> refused = answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("/problems/too-many-requests");
        as("operator").get("/api/registry/v1/stations").then().statusCode(200);
        Thread.sleep(3_000);
    }

    @Test
    void a_service_that_is_down_or_silent_is_a_problem_of_its_own() {
        as("operator")
                .get("/api/down/x")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/service-down"));
        as("operator").body("x").post("/api/down/x").then().statusCode(502);
        as("operator").get("/api/silent/x").then().statusCode(504).body("type", equalTo("/problems/service-silent"));
    }

    @Test
    void reading_is_tried_again_when_a_connection_ends_and_writing_is_not() {
        as("operator").get("/api/restarting/x").then().statusCode(200);
        as("operator").body("x").post("/api/restarting/x").then().statusCode(502);
        as("operator").body("x").post("/api/restarting/x").then().statusCode(200);
    }

    @Test
    void the_index_lists_the_apis() {
        anonymous()
                .get("/api")
                .then()
                .statusCode(200)
                .body("apis.find { it.name == 'ministry' }.path", equalTo("/api/ministry/v1"))
                .body("apis.find { it.name == 'ministry' }.readers[0]", equalTo("ministry"))
                .body("apis.find { it.name == 'ministry' }.openapi", equalTo("/open/v1/openapi"))
                .body("apis.find { it.name == 'identity' }", nullValue());
        anonymous()
                .post("/api")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .contentType("application/problem+json");
    }

    @Test
    void people_sign_in_through_the_gateway() {
        anonymous()
                .formParam("grant_type", "password")
                .formParam("client_id", "quantrac-cli")
                .formParam("username", "operator")
                .formParam("password", "operator-demo")
                .post("/auth/realms/quantrac/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"));
        anonymous()
                .get("/auth/realms/quantrac/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", containsString("/auth/realms/quantrac"));
    }
}

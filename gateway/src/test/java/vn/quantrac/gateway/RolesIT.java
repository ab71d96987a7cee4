package vn.quantrac.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesIT extends GatewayTests {
    private static final List<String> CALLERS =
            List.of("admin", "operator", "facility", "agency", "ministry", "ingestion-service", "no-role");
    private static final Set<String> ALL =
            Set.of("admin", "operator", "facility", "agency", "ministry", "ingestion-service");

    private record Rule(String method, String path, Set<String> allowed) {}

    private static final List<Rule> RULES = List.of(
            new Rule("GET", "/api/registry/v1/stations", ALL),
            new Rule("HEAD", "/api/registry/v1/stations", ALL),
            new Rule("GET", "/api/registry/v1/feed", ALL),
            new Rule("POST", "/api/registry/v1/stations", Set.of("admin")),
            new Rule("PUT", "/api/registry/v1/stations/HG_GIAY_NUO001", Set.of("admin")),
            new Rule("PATCH", "/api/registry/v1/stations/HG_GIAY_NUO001", Set.of("admin")),
            new Rule("DELETE", "/api/registry/v1/stations/HG_GIAY_NUO001", Set.of("admin")),
            new Rule("GET", "/api/ingestion/v1/stations/HG_GIAY_NUO001/readings", ALL),
            new Rule("GET", "/api/ingestion/v1/adjustments", ALL),
            new Rule(
                    "POST",
                    "/api/ingestion/v1/adjustments/019/approve",
                    Set.of("admin", "operator", "facility", "ingestion-service")),
            new Rule(
                    "DELETE",
                    "/api/ingestion/v1/stations/HG_GIAY_NUO001/approvals/019",
                    Set.of("admin", "operator", "facility", "ingestion-service")),
            new Rule(
                    "POST",
                    "/api/ingestion/v1/stations/HG_GIAY_NUO001/telegrams",
                    Set.of("admin", "operator", "facility", "ingestion-service")),
            new Rule(
                    "POST",
                    "/api/ingestion/v1/stations/HG_GIAY_NUO001/readings",
                    Set.of("admin", "operator", "facility", "ingestion-service")),
            new Rule("GET", "/api/compliance/v1/exceedances", ALL),
            new Rule("POST", "/api/compliance/v1/exceedances", Set.of("admin", "operator", "facility")),
            new Rule("GET", "/api/ministry/v1/readings?after=0", Set.of("ministry")),
            new Rule("POST", "/api/ministry/v1/readings", Set.of("ministry")),
            new Rule("GET", "/open/v1/stations", Set.copyOf(CALLERS)),
            new Rule("GET", "/sta/v1.1/Things", Set.copyOf(CALLERS)),
            new Rule("GET", "/", Set.copyOf(CALLERS)));

    static Stream<Arguments> matrix() {
        return RULES.stream().flatMap(rule -> CALLERS.stream()
                .map(caller -> Arguments.of(
                        rule.method(), rule.path(), caller, rule.allowed().contains(caller) ? 200 : 403)));
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @MethodSource("matrix")
    void a_caller_gets_what_its_roles_allow(String method, String path, String caller, int status) {
        as(caller).request(method, path).then().statusCode(status);
    }

    static Stream<Arguments> closedToAnonymous() {
        return RULES.stream()
                .filter(rule -> rule.path().startsWith("/api"))
                .map(rule -> Arguments.of(rule.method(), rule.path()));
    }

    @ParameterizedTest
    @MethodSource("closedToAnonymous")
    void an_anonymous_caller_is_asked_to_sign_in(String method, String path) {
        anonymous()
                .request(method, path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("realm="))
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/v1/stations", "/sta/v1.1/Things", "/", "/index.html", "/no/such/page", "/api"})
    void an_anonymous_caller_may_read_what_is_open(String path) {
        anonymous().get(path).then().statusCode(200);
        anonymous().head(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"})
    void nobody_writes_what_is_open(String method) {
        for (String path : List.of("/open/v1/stations", "/sta/v1.1/Things", "/")) {
            anonymous()
                    .request(method, path)
                    .then()
                    .statusCode(405)
                    .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                    .body("type", equalTo("/problems/method-not-allowed"));
            as("admin").request(method, path).then().statusCode(405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/registry/v1/stations", "/auth/realms/quantrac"})
    void a_method_that_no_api_uses_is_told_which_are_used(String path) {
        as("admin")
                .request("PROPFIND", path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/registry",
                "/api/registry/v2/stations",
                "/api/registry/v1x",
                "/api/unknown",
                "/api/",
                "/auth",
                "/auth/",
                "/auth/admin",
                "/auth/admin/master/console/",
                "/auth/realms/master",
                "/auth/realms/other",
                "/auth/realms/quantracx",
                "/auth/health",
                "/auth/metrics",
                "/q/health",
                "/q/metrics",
                "/q/openapi"
            })
    void what_no_line_of_the_table_opens_is_not_there(String path) {
        anonymous().get(path).then().statusCode(404).body("type", equalTo("/problems/nothing-here"));
        as("admin").get(path).then().statusCode(404);
    }

    @Test
    void a_refusal_is_a_problem_and_names_no_roles() {
        as("agency")
                .get("/api/ministry/v1/readings")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-allowed"))
                .body("status", equalTo(403))
                .header("X-Request-Id", not(equalTo(null)));
    }
}

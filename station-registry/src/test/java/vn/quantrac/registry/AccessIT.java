package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantrac.embedded.DemoTokens;

/** Every address with every role, and with tokens that nobody may accept. */
@QuarkusTest
@RealParts
class AccessIT {
    private static final Set<String> ALL =
            Set.of("admin", "operator", "facility", "agency", "ministry", "ingestion-service");

    /** A method, an address, and who may use it. */
    record Door(String method, String path, Set<String> open) {}

    static Stream<Door> doors() {
        Stream<Door> entries = Stream.of("parameters", "discharge-sources", "stations", "instruments", "datastreams")
                .flatMap(collection -> Stream.of(
                        new Door("GET", "/" + collection, ALL),
                        new Door("POST", "/" + collection, Set.of("admin")),
                        new Door("GET", "/" + collection + "/HG_NONE_NUO000", ALL),
                        new Door("GET", "/" + collection + "/HG_NONE_NUO000/history", ALL),
                        new Door("PUT", "/" + collection + "/HG_NONE_NUO000", Set.of("admin")),
                        new Door("DELETE", "/" + collection + "/HG_NONE_NUO000", Set.of("admin"))));
        return Stream.concat(
                entries,
                Stream.of(
                        new Door("GET", "/datastreams/HG_NONE_NUO000/COD", ALL),
                        new Door("GET", "/datastreams/HG_NONE_NUO000/COD/history", ALL),
                        new Door("DELETE", "/datastreams/HG_NONE_NUO000/COD", Set.of("admin")),
                        new Door("PUT", "/stations/HG_NONE_NUO000/datastreams/COD", Set.of("admin")),
                        new Door("GET", "/stations/HG_NONE_NUO000/credentials", Set.of("admin", "operator")),
                        new Door("POST", "/stations/HG_NONE_NUO000/credentials", Set.of("admin")),
                        new Door("DELETE", "/stations/HG_NONE_NUO000/credentials/x", Set.of("admin")),
                        new Door("GET", "/feed", Set.of("ingestion-service")),
                        new Door("GET", "/export", Set.of("admin", "operator")),
                        new Door("POST", "/import", Set.of("admin"))));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_door_is_open_to_its_roles_only(Door door) {
        for (String caller : ALL) {
            int status = knock(Api.as(caller), door);
            if (door.open().contains(caller)) {
                assertThat(status).as(caller).isNotIn(401, 403, 405, 500);
            } else {
                assertThat(status).as(caller).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_door_is_closed_to_bad_tokens(Door door) {
        assertThat(knock(RestAssured.given().basePath(Api.ROOT).contentType(ContentType.JSON), door))
                .isEqualTo(401);
        for (String token : BadTokens.ALL) {
            assertThat(knock(Api.bearer(token), door)).isEqualTo(401);
        }
        assertThat(knock(Api.bearer(DemoTokens.withoutRole()), door)).isEqualTo(403);
    }

    /** Got once: the expired one takes its time. */
    private static final class BadTokens {
        static final List<String> ALL =
                List.of(DemoTokens.expired(), DemoTokens.ofOtherRealm(), DemoTokens.ofOtherAudience(), "x.y.z");
    }

    @Test
    void a_refusal_says_how_to_sign_in() {
        RestAssured.given()
                .get(Api.ROOT + "/stations")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
    }

    private static int knock(RequestSpecification caller, Door door) {
        boolean hasBody = !door.method().equals("GET") && !door.method().equals("DELETE");
        return (hasBody ? caller.body("{}") : caller)
                .request(door.method(), door.path())
                .statusCode();
    }
}

package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;

/** Every address with every role, with tokens that nobody may accept, and with another facility's stations. */
@QuarkusTest
class AccessIT {
    private static final Set<String> ALL =
            Set.of("admin", "operator", "facility", "agency", "ministry", "publication-service");
    private static final Instant MIDNIGHT = Instant.parse("2026-10-31T17:00:00Z");
    /** The facility of the demo user. */
    private static final String OWN = "GIAY";

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void one_station_of_its_own_and_one_of_another_facility() {
        Facts facts = new Facts(feeds);
        facts.parametersAreKnown();
        facts.outfall(5_000, "A5000", "COD");
        facts.station("A5000", Medium.WASTEWATER, "S-A5000", OWN);
        facts.outfall(5_001, "A5001", "COD");
        facts.station("A5001", Medium.WASTEWATER, "S-A5001", "THSA");
        for (long id : List.of(5_000L, 5_001L)) {
            facts.say(Facts.readings(id, "A" + id, "COD", MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), "90"));
        }
        new Judged(jdbi, feeds).await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exceedances", "/means", "/limits", "/limits/gaps", "/indices", "/standards"})
    void verdicts_are_for_everybody_who_has_a_role(String path) {
        for (String caller : ALL) {
            assertThat(Api.as(caller).get(path).statusCode()).as(caller).isEqualTo(200);
        }
        refusesBadTokens(path);
    }

    @Test
    void the_feed_is_for_services() {
        for (String caller : ALL) {
            assertThat(Api.as(caller).get("/feed").statusCode())
                    .as(caller)
                    .isEqualTo(caller.equals("publication-service") ? 200 : 403);
        }
        refusesBadTokens("/feed");
    }

    @Test
    void nothing_can_be_written() {
        for (String path : List.of("/feed", "/exceedances", "/means", "/limits", "/indices", "/standards")) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                assertThat(Api.as("admin").request(method, path).statusCode())
                        .as(method + path)
                        .isIn(403, 405);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exceedances", "/means", "/limits", "/limits/gaps", "/indices"})
    void a_facility_does_not_learn_of_other_stations(String path) {
        Api.as("facility").queryParam("station", "A5000").get(path).then().statusCode(200);
        Api.as("facility")
                .queryParam("station", "A5001")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-station"));
        Api.as("operator").queryParam("station", "A5001").get(path).then().statusCode(200);
    }

    @Test
    void a_facilitys_lists_hold_its_own_stations_only() {
        for (String path : List.of("/exceedances", "/means?averaging=24h")) {
            String all = path + (path.contains("?") ? "&" : "?") + "from=2026-10-01T00:00:00Z&to=2026-11-30T00:00:00Z";
            Api.as("facility")
                    .get(all)
                    .then()
                    .body("items.station", hasItem("A5000"))
                    .body("items.station.unique()", everyItem(equalTo("A5000")));
            Api.as("agency").get(all).then().body("items.station", hasItems("A5000", "A5001"));
        }
        Api.as("facility").get("/limits").then().body("items.station", hasItem("A5000"));
        Api.as("facility").get("/limits").then().body("items.station.unique()", everyItem(equalTo("A5000")));
    }

    @Test
    void a_station_is_its_facilitys_from_the_day_it_is_handed_over() {
        Instant past = Instant.parse("2025-01-01T00:00:00Z");
        Instant future = Instant.parse("2999-01-01T00:00:00Z");
        handOver("A5010", OWN, "THSA", past);
        handOver("A5011", "THSA", OWN, past);
        handOver("A5012", "THSA", OWN, future);
        new Judged(jdbi, feeds).await();

        Api.as("facility").get("/means?station=A5010").then().statusCode(404);
        Api.as("facility").get("/means?station=A5011").then().statusCode(200);
        Api.as("facility").get("/means?station=A5012").then().statusCode(404);
    }

    private void handOver(String code, String from, String to, Instant at) {
        feeds.append(
                "registry",
                RegistryMessages.STATION,
                code,
                new RegistryEntry<>(
                        code,
                        List.of(
                                new Effective<>(
                                        Facts.SINCE, at, Facts.stationOf(code, Medium.SURFACE_WATER, null, from, 300)),
                                new Effective<>(
                                        at, null, Facts.stationOf(code, Medium.SURFACE_WATER, null, to, 300)))));
    }

    private static void refusesBadTokens(String path) {
        RestAssured.given()
                .basePath(Api.ROOT)
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        for (String token : BadTokens.ALL) {
            assertThat(Api.bearer(token).get(path).statusCode()).isEqualTo(401);
        }
        Api.bearer(DemoTokens.withoutRole()).get(path).then().statusCode(403).contentType("application/problem+json");
    }

    /** Got once: the expired one takes its time. */
    private static final class BadTokens {
        static final List<String> ALL =
                List.of(DemoTokens.expired(), DemoTokens.ofOtherRealm(), DemoTokens.ofOtherAudience(), "x.y.z");
    }
}

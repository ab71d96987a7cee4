package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.seen;
import static vn.quantrac.registry.Api.station;
import static vn.quantrac.registry.Api.stationBody;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.Broker;

/** Every entry but credentials is a retained message of the broker, also of one that has lost them all. */
@QuarkusTest
@RealParts
class RetainedIT {
    /** Injected: the one that runs since the tests began. */
    Broker broker;

    private static Broker replacement;

    @AfterAll
    static void closeReplacement() {
        if (replacement != null) {
            replacement.close();
        }
    }

    @Test
    void entries_are_retained_as_they_change_and_credentials_never() throws Exception {
        String code = station("GIAY");
        String secret = as("admin")
                .post("/stations/" + code + "/credentials")
                .jsonPath()
                .getString("secret");
        retained(code, "Trạm thử");
        seen(0).body(stationBody(code, "GIAY").replace("Trạm thử", "Trạm mới")).put("/stations/" + code);
        retained(code, "Trạm mới");

        String later = Api.newCode("GIAY");
        Api.post(
                "/stations",
                stationBody(later, "GIAY")
                        .replace(
                                "2020-01-01T00:00:00Z",
                                Instant.now().plus(9, ChronoUnit.DAYS).toString()));
        retained(later, "Trạm thử");
        try (Subscriber subscriber = Subscriber.of(broker.port())) {
            Eventually.holds(() -> subscriber.entry("station", later) != null);
            seen(0).delete("/stations/" + later).then().statusCode(204);
            Eventually.holds(() -> subscriber.entry("station", later).isEmpty());
            as("admin").post("/stations/" + code + "/credentials").then().statusCode(201);
            String marker = station("GIAY");
            Eventually.holds(() -> subscriber.entry("station", marker) != null);
            assertThat(subscriber.everything())
                    .doesNotContain("registry/credential")
                    .doesNotContain("secretSha256")
                    .doesNotContain(secret);
        }
        try (Subscriber subscriber = Subscriber.of(broker.port())) {
            Eventually.holds(() -> subscriber.entry("parameter", "PM2,5") != null);
            assertThat(subscriber.entry("station", later)).isNull();
        }
    }

    /** Somebody who comes only now is told. */
    private void retained(String code, String part) throws Exception {
        Eventually.holds(() -> {
            try (Subscriber subscriber = Subscriber.of(broker.port(), "station/" + code)) {
                Thread.sleep(300);
                String entry = subscriber.entry("station", code);
                return entry != null && entry.contains(part);
            }
        });
    }

    @Test
    void a_broker_that_was_away_and_lost_everything_has_it_again() throws Exception {
        String before = station("GIAY");
        retained(before, "Trạm thử");
        broker.close();

        long began = System.nanoTime();
        String meanwhile = station("GIAY");
        seen(0).body(stationBody(before, "GIAY").replace("Trạm thử", "Trạm mới"))
                .put("/stations/" + before)
                .then()
                .statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));

        Path empty = Files.createTempDirectory("quantrac-broker-");
        replacement = Broker.start("localhost", broker.port(), empty, "quantrac", "quantrac-test");
        retained(meanwhile, "Trạm thử");
        retained(before, "Trạm mới");
    }

    @Test
    void two_thousand_entries_are_retained_in_reasonable_time() throws Exception {
        Api.post("/import", Province.document("RETA", 200)).then().statusCode(200);
        long began = System.nanoTime();
        try (Subscriber subscriber = Subscriber.of(broker.port())) {
            Eventually.holds(() -> subscriber.count("RETA") >= 2_200);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Logger.getLogger(RetainedIT.class).infof("2,200 entries retained after %s", took);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }
}

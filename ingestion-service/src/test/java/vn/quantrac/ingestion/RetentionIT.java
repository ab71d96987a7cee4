package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.ingestion.retention.Retention;

/** Months are dropped as configured, after they were announced, and the feed says what it no longer has. */
@QuarkusTest
@RealParts
@TestProfile(RetentionIT.TwoYears.class)
class RetentionIT {
    /** Readings are kept for two years, and months announced for a month. */
    public static class TwoYears implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ingestion.retention.readings", "P2Y", "ingestion.retention.notice", "P30D");
        }
    }

    private static final Instant NOW = Instant.now();
    private static final YearMonth CURRENT = YearMonth.from(NOW.atOffset(ZoneOffset.UTC));
    private static final YearMonth OLD = CURRENT.minusMonths(25);
    private static final YearMonth JUST_KEPT = CURRENT.minusMonths(24);

    @Inject
    Retention retention;

    @Inject
    Jdbi jdbi;

    @Test
    void a_month_is_announced_then_dropped_and_the_feed_begins_after_it() {
        read(OLD, 1);
        read(JUST_KEPT, 2);
        read(OLD, 3);
        read(CURRENT, 4);

        retention.run(NOW);
        month(OLD)
                .body("state", equalTo("announced"))
                .body("readings", equalTo(2))
                .body("bytes", notNullValue())
                .body("dropAfter", startsWith(day(NOW.plusSeconds(30 * 86_400))));
        month(JUST_KEPT).body("state", equalTo("kept")).body("dropAfter", nullValue());
        month(CURRENT.plusMonths(2)).body("state", equalTo("kept"));

        retention.run(NOW.plusSeconds(29 * 86_400));
        month(OLD).body("state", equalTo("announced"));
        feed(0).statusCode(200).body("events.size()", equalTo(4));

        retention.run(NOW.plusSeconds(31 * 86_400));
        retention.run(NOW.plusSeconds(31 * 86_400));
        month(OLD)
                .body("state", equalTo("dropped"))
                .body("readings", equalTo(2))
                .body("bytes", nullValue());
        assertThat(count()).isEqualTo(2);
        plan().body("oldestCursor", equalTo(3)).body("readings", equalTo("P2Y"));
        feed(0).statusCode(410).body("detail", containsString("oldest is 3"));
        feed(2).statusCode(410);
        feed(3).statusCode(200).body("events.size()", equalTo(1)).body("head", equalTo(4));
    }

    @Test
    void only_operators_see_the_plan() {
        given().get("/api/ingestion/v1/retention").then().statusCode(401);
        given().auth()
                .oauth2(DemoTokens.of("facility"))
                .get("/api/ingestion/v1/retention")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse plan() {
        return given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get("/api/ingestion/v1/retention")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse month(YearMonth month) {
        return plan().rootPath("months.find { it.month == '" + month + "' }");
    }

    private static ValidatableResponse feed(long after) {
        return given().auth()
                .oauth2(DemoTokens.of("compliance-service"))
                .get("/api/ingestion/v1/feed?after=" + after)
                .then();
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, 10);
    }

    private void read(YearMonth month, long cursor) {
        jdbi.useTransaction(handle -> {
            OffsetDateTime time = month.atDay(1).atTime((int) cursor, 0).atOffset(ZoneOffset.UTC);
            handle.createQuery("select reading_partition(:time)")
                    .bind("time", time)
                    .mapTo(String.class)
                    .findOne();
            handle.createUpdate("""
                            insert into reading (datastream, time, revision, value, unit, status, flags, received_at,
                                telegram, cursor)
                            values (100, :time, 0, 1, 'mg/L', '00', '{}', :time, gen_random_uuid(), :cursor)""").bind("time", time).bind("cursor", cursor).execute();
            handle.execute("update feed_head set cursor = ?", cursor);
        });
    }

    private long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from reading")
                .mapTo(Long.class)
                .one());
    }
}

package vn.quantrac.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.FeedServer;

/** Whom the service refuses, and which questions. */
@QuarkusTest
class RefusalIT {
    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void everything_said_is_published() {
        SampleFeeds.said(feeds);
        Published.await(jdbi, feeds);
    }

    @Test
    void only_the_ministry_pulls() {
        String pull = "/api/ministry/v1/readings?after=0&limit=1";
        given().get(pull).then().statusCode(401);
        assertThat(status(pull, DemoTokens.of("ministry"))).isEqualTo(200);
        assertThat(status(pull, DemoTokens.of("agency"))).isEqualTo(403);
        assertThat(status(pull, DemoTokens.of("admin"))).isEqualTo(403);
        assertThat(status(pull, DemoTokens.withoutRole())).isEqualTo(403);
        assertThat(status(pull, DemoTokens.ofOtherRealm())).isEqualTo(401);
        assertThat(status(pull, DemoTokens.ofOtherAudience())).isEqualTo(401);
        assertThat(status(pull, DemoTokens.expired())).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"rubbish,400", "-1,400", "1.5,400", "99999999999999999999,400", "999999999,409"})
    void a_bad_cursor_gets_a_clear_answer(String after, int status) {
        given().auth()
                .oauth2(DemoTokens.of("ministry"))
                .get("/api/ministry/v1/readings?after=" + after)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("/problems/"));
    }

    @ParameterizedTest
    @CsvSource({
        "observations?station=XX,404",
        "observations?station=HG_GIAY_NUO001&parameter=Hg,404",
        "observations,400",
        "observations?station=HG_GIAY_NUO001&from=yesterday,400",
        "observations?station=HG_GIAY_NUO001&from=2026-02-30,400",
        "observations?station=HG_GIAY_NUO001&from=+999999999-01-01T00:00:00Z,400",
        "observations?station=HG_GIAY_NUO001&from=2026-03-01&to=2026-02-01,400",
        "observations?station=HG_GIAY_NUO001&limit=0,400",
        "observations?station=HG_GIAY_NUO001&after=';drop table observation,400",
        "observations?station=HG_GIAY_NUO001&format=xml,400",
        "stations/XX,404",
        "means?station=HG_GIAY_NUO001&averaging=8h,400",
        "indices?station=XX,404",
        "indices?after=rubbish,400",
        "exceedances?after=rubbish,400",
        "exceedances?station=XX,404"
    })
    void a_bad_question_gets_a_clear_answer(String question, int status) {
        given().get("/open/v1/" + question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("/problems/"))
                .body("detail", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exceedances?after=%00",
                "exceedances?station=%00",
                "indices?after=%00~123",
                "indices?averaging=1h%00",
                "means?station=HG_GIAY_NUO001&parameter=COD%0A",
                "observations?station=HG_GIAY_NUO001&x=1&x=%7F",
                "stations/%01"
            })
    void control_characters_are_refused(String question) {
        given().urlEncodingEnabled(false)
                .get("/open/v1/" + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-parameter"))
                .body("detail", containsString("control character"));
    }

    private static int status(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}

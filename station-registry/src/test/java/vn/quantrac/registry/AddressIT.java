package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.stationBody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers come through the gateway: no answer may name the host behind it. */
@QuarkusTest
@RealParts
class AddressIT {
    @Test
    void what_was_created_is_found_at_its_location() {
        String code = Api.newCode("GIAY");
        String station = Api.ROOT + "/stations/" + code;
        Api.post("/stations", stationBody(code, "GIAY")).then().statusCode(201).header("Location", equalTo(station));
        as("operator").basePath("").get(station).then().statusCode(200).body("code", equalTo(code));
        Response issued = as("admin").post("/stations/" + code + "/credentials");
        assertThat(issued.header("Location"))
                .isEqualTo(station + "/credentials/" + issued.jsonPath().getString("id"));
    }

    @Test
    void the_next_page_keeps_the_question() {
        String facility = "NEXT";
        String first = Api.station(facility);
        String second = Api.station(facility);
        String next = as("agency")
                .get("/stations?limit=1&facility=" + facility + "&at=2026-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(first)))
                .extract()
                .path("next");
        assertThat(next).startsWith(Api.ROOT + "/stations?").contains("after=" + first);
        as("agency")
                .basePath("")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", equalTo(second))
                .body("next", equalTo(null));
    }
}

package vn.quantrac.compliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Permit;

/** The limits that follow from permits and regulations, with the figures that the migrations hold. */
@QuarkusTest
class StandardsIT extends OnFeeds {
    private static final String OLD = "QCVN 40:2011/BTNMT";
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 15);
    private static long number = 3_000;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "COD,A,40,3000,-,67.5,true",
                "COD,B,40,8000,-,121.5,true",
                "NH4,A,600,300,-,6.6,true",
                "COD,A,600,8000,-,81,true",
                "TSS,A,100,3000,-,50,true",
                "pH,A,600,8000,6,9,false",
                "pH,B,40,300,5.5,9,false",
                "Color,A,600,8000,-,50,false",
            })
    void limit_of_an_outfall(
            String parameter, String column, String river, String flow, String min, String max, boolean factors) {
        String station = "L" + ++number;
        Permit permit = new Permit(
                "1/GP",
                BEFORE,
                OLD,
                column,
                Permit.ReceivingWater.RIVER,
                new BigDecimal(river),
                new BigDecimal(flow),
                null,
                List.of());
        facts.outfall(number, station, parameter, permit);
        judged.await();

        ValidatableResponse limits = limits(station, "2026-11-01T00:00:00Z")
                .body("items", hasSize(1))
                .body("items[0].standard", equalTo(OLD))
                .body("items[0].averaging", equalTo("24h"))
                .body("items[0].sourceRef", containsString("QCVN 40:2011/BTNMT, Bảng 1"))
                .body("items[0].sourceRef", containsString("TT 47/2011/TT-BTNMT"));
        Assertions.assertThat(decimal(limits, "items[0].max")).isEqualByComparingTo(max);
        if (min == null) {
            limits.body("items[0].min", nullValue());
        } else {
            Assertions.assertThat(decimal(limits, "items[0].min")).isEqualByComparingTo(min);
        }
        // Kq and Kf have not been read in the act, nor has the figure for colour.
        limits.body("items[0].verified", equalTo(parameter.equals("pH")))
                .body("items[0].basis", factors ? containsString("× Kq") : not(containsString("×")));
    }

    /** 200 × 0.9 × 1.0 and 500 × 0.8 × 0.8, in the unit in which the readings are kept. */
    @ParameterizedTest
    @CsvSource({"PM,60000,3,180,mg/m3", "SO2,150000,2,320,mg/m3", "SO2,150000,2,320000,ug/m3"})
    void limit_of_a_stack(String parameter, String flow, int zone, String max, String unit) {
        String station = "L" + ++number;
        facts.source("S-" + station, Medium.STACK_GAS, Facts.stackPermit(flow, zone));
        facts.station(station, Medium.STACK_GAS, "S-" + station, null);
        facts.datastream(number, station, parameter, unit);
        judged.await();

        ValidatableResponse limits = limits(station, "2026-11-01T00:00:00Z")
                .body("items", hasSize(1))
                .body("items[0].averaging", equalTo("1h"))
                .body("items[0].unit", equalTo(unit))
                .body("items[0].verified", equalTo(false));
        Assertions.assertThat(decimal(limits, "items[0].max")).isEqualByComparingTo(max);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31T16:59:59Z,50,true", "2025-12-31T17:00:00Z,45,false"})
    void the_daily_limit_of_fine_dust_steps_with_the_year_in_viet_nam(String at, int max, boolean verified) {
        String station = "L" + ++number;
        facts.station(station, Medium.AMBIENT_AIR, null, null);
        facts.datastream(number, station, "PM2,5");
        judged.await();

        limits(station, at)
                .body("items", hasSize(1))
                .body("items[0].max", equalTo(max))
                .body("items[0].verified", equalTo(verified));
    }

    /** The old regulation goes on until the end of 2031 for points that were permitted before the new one, and for them only. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-08-31,2025-08-31T16:59:59Z,-",
                "2025-08-31,2026-11-01T00:00:00Z,-",
                "2025-08-31,2031-12-31T16:59:59Z,-",
                "2025-08-31,2031-12-31T17:00:00Z,not-in-force",
                "2025-09-01,2025-08-31T16:59:59Z,-",
                "2025-09-01,2025-08-31T17:00:00Z,permit-too-new",
                "-,2026-11-01T00:00:00Z,permit-too-new",
            })
    void the_permit_decides_whether_the_old_regulation_still_holds(LocalDate issued, String at, String gap) {
        String station = "L" + ++number;
        facts.outfall(number, station, "COD", Facts.permit(OLD, "A", "8000", issued));
        judged.await();
        expect(station, at, gap);
    }

    @Test
    void what_is_not_known_is_not_guessed_and_says_why() {
        String now = "2026-11-01T00:00:00Z";
        expect(outfall("COD", Facts.permit("QCVN 40:2025/BTNMT", "A", "8000", BEFORE)), now, "no-figure");
        expect(outfall("COD", Facts.permit("QCVN 40", "A", "8000", BEFORE)), now, "unknown-standard");
        expect(outfall("COD", Facts.permit("QCVN 19:2009/BTNMT", "B", "8000", BEFORE)), now, "other-medium");
        expect(outfall("COD", Facts.permit(OLD, "C", "8000", BEFORE)), now, "no-figure");
        expect(outfall("Flow", Facts.permit(OLD, "A", "8000", BEFORE)), now, "no-figure");
        expect(outfall("COD", null), now, "no-permit");
        Permit ofNoWater = new Permit("1/GP", BEFORE, OLD, "A", null, null, new BigDecimal("300"), null, null);
        expect(outfall("COD", ofNoWater), now, "no-coefficient");

        facts.station("L-SURFACE", Medium.SURFACE_WATER, null, null);
        facts.datastream(++number, "L-SURFACE", "COD");
        judged.await();
        expect("L-SURFACE", now, "not-limited");
    }

    /** Also where the regulation has no such figure, is over for this permit, or was never read. */
    @ParameterizedTest
    @CsvSource({
        "QCVN 40:2011/BTNMT,2020-01-15,Flow",
        "QCVN 40:2011/BTNMT,2026-01-15,COD",
        "QCVN 40:2025/BTNMT,2026-01-15,COD"
    })
    void a_permits_own_figure_wins(String standard, LocalDate issued, String parameter) {
        Permit permit = new Permit(
                "77/GPMT",
                issued,
                standard,
                "A",
                Permit.ReceivingWater.RIVER,
                null,
                new BigDecimal("8000"),
                null,
                List.of(new Permit.PermitLimit(parameter, null, new BigDecimal("42.50"))));
        String station = outfall(parameter, permit);

        limits(station, "2026-11-01T00:00:00Z")
                .body("items", hasSize(1))
                .body("items[0].max", equalTo(42.5f))
                .body("items[0].basis", equalTo("permit 77/GPMT"))
                .body("items[0].sourceRef", equalTo("permit 77/GPMT"))
                .body("items[0].verified", equalTo(true));
    }

    @Test
    void the_regulations_can_be_read_with_their_sources() {
        Api.as("agency")
                .get("/standards")
                .then()
                .statusCode(200)
                .body("items.standard.sourceRef", everyItem(notNullValue()))
                .body("items.limits.flatten().sourceRef", everyItem(notNullValue()))
                .body("items.find { it.standard.code == 'QCVN 40:2025/BTNMT' }.limits", empty())
                .body(
                        "items.find { it.standard.code == 'QCVN 40:2011/BTNMT' }.limits"
                                + ".findAll { it.verified }.parameter.unique().sort()",
                        contains("COD", "NH4", "TSS", "pH"))
                .body(
                        "items.find { it.standard.code == 'QCVN 40:2011/BTNMT' }.standard.permitsBefore",
                        equalTo("2025-09-01"))
                .body(
                        "items.find { it.standard.code == 'QCVN 40:2011/BTNMT' }.limits.validFrom",
                        everyItem(nullValue()));
    }

    private String outfall(String parameter, Permit permit) {
        String station = "L" + ++number;
        facts.outfall(number, station, parameter, permit);
        judged.await();
        return station;
    }

    private static void expect(String station, String at, String gap) {
        limits(station, at).body("items", gap == null ? hasSize(1) : empty());
        Api.as("operator")
                .queryParam("station", station)
                .queryParam("at", at)
                .get("/limits/gaps")
                .then()
                .statusCode(200)
                .body("items.reason", gap == null ? empty() : contains(gap));
    }

    private static ValidatableResponse limits(String station, String at) {
        return Api.as("operator")
                .queryParam("station", station)
                .queryParam("at", at)
                .get("/limits")
                .then()
                .statusCode(200);
    }

    private static BigDecimal decimal(ValidatableResponse response, String path) {
        return new BigDecimal(response.extract().path(path).toString());
    }
}

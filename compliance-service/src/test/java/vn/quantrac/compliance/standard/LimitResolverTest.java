package vn.quantrac.compliance.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** Limits over time, with the Kq and Kf of QCVN 40:2011 for rivers. */
class LimitResolverTest {
    private static final String OLD = "QCVN 40:2011/BTNMT";
    private static final Instant START = Instant.parse("2019-12-31T17:00:00Z");
    private static final LocalDate TRANSITION = LocalDate.of(2025, 9, 1);
    private static final Instant TRANSITION_START = Instant.parse("2025-08-31T17:00:00Z");
    private static final Instant END = Instant.parse("2031-12-31T17:00:00Z");

    private static final Regulations REGULATIONS = new Regulations(
            List.of(new Standard(
                    OLD,
                    Medium.WASTEWATER,
                    LocalDate.of(2012, 2, 15),
                    LocalDate.of(2032, 1, 1),
                    TRANSITION,
                    List.of("24h"),
                    "TT 47/2011/TT-BTNMT",
                    true)),
            List.of(
                    figure("A", "COD", null, "75", "Kq", "Kf"),
                    figure("B", "COD", null, "150", "Kq", "Kf"),
                    figure("A", "NH4", null, "5", "Kq", "Kf"),
                    figure("A", "pH", "6", "9"),
                    figure("A", "Coliform", null, "3000")),
            coefficients());

    private final LimitResolver resolver = new LimitResolver(ZoneId.of("Asia/Ho_Chi_Minh"));

    @ParameterizedTest
    @CsvSource({
        "COD,A,40,3000,67.5,75 × Kq 0.9 × Kf 1.0",
        "COD,B,40,8000,121.5,150 × Kq 0.9 × Kf 0.9",
        "NH4,A,600,300,6.6,5 × Kq 1.2 × Kf 1.1",
        "COD,A,600,8000,81,75 × Kq 1.2 × Kf 0.9",
        "Coliform,A,600,8000,3000,3000",
        "COD,A,50,50,81,75 × Kq 0.9 × Kf 1.2",
        "COD,A,50.1,50.1,82.5,75 × Kq 1.0 × Kf 1.1",
        "COD,A,200,500,82.5,75 × Kq 1.0 × Kf 1.1",
        "COD,A,500,5000,82.5,75 × Kq 1.1 × Kf 1.0",
    })
    void cmax_is_c_times_its_coefficients_in_decimals(
            String parameter, String column, String river, String flow, String max, String basis) {
        assertThat(resolve(parameter, permit(column, river, flow, "2020-01-15")))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.max()).hasToString(max);
                    assertThat(limit.basis()).isEqualTo(basis);
                    assertThat(limit.averaging()).isEqualTo(Averaging.DAY);
                });
    }

    @Test
    void a_range_has_no_coefficients() {
        assertThat(resolve("pH", permit("A", "600", "8000", "2020-01-15")))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.min()).hasToString("6");
                    assertThat(limit.max()).hasToString("9");
                    assertThat(limit.verified()).isTrue();
                });
    }

    @Test
    void a_limit_is_no_better_verified_than_its_coefficients() {
        assertThat(resolve("COD", permit("A", "600", "8000", "2020-01-15"))).noneMatch(AppliedLimit::verified);
    }

    @Test
    void an_old_permit_is_judged_by_the_old_regulation_until_2031_and_a_new_one_until_the_new_regulation() {
        assertThat(resolve("COD", permit("A", "600", "8000", "2025-08-31")))
                .extracting(AppliedLimit::validFrom, AppliedLimit::validTo)
                .containsExactly(tuple(START, END));
        assertThat(resolve("COD", permit("A", "600", "8000", "2025-09-01")))
                .extracting(AppliedLimit::validFrom, AppliedLimit::validTo)
                .containsExactly(tuple(START, TRANSITION_START));
    }

    @Test
    void a_limit_that_does_not_change_with_its_permit_goes_on() {
        Instant renewed = Instant.parse("2023-01-01T00:00:00Z");
        List<AppliedLimit> same = resolve(
                "COD",
                new Effective<>(START, renewed, permit("A", "600", "8000", "2020-01-15")),
                new Effective<>(renewed, null, permit("A", "700", "9000", "2023-01-01")));
        assertThat(same).singleElement().satisfies(limit -> assertThat(limit.validTo())
                .isEqualTo(END));

        List<AppliedLimit> other = resolve(
                "COD",
                new Effective<>(START, renewed, permit("A", "600", "8000", "2020-01-15")),
                new Effective<>(renewed, null, permit("B", "600", "8000", "2023-01-01")));
        assertThat(other).extracting(AppliedLimit::column).containsExactly("A", "B");
        assertThat(other).extracting(AppliedLimit::validTo).containsExactly(renewed, END);
    }

    @Test
    void there_is_no_limit_between_two_permits() {
        Instant ended = Instant.parse("2022-01-01T00:00:00Z");
        Instant renewed = Instant.parse("2023-01-01T00:00:00Z");
        Permit permit = permit("A", "600", "8000", "2020-01-15");
        assertThat(resolve("COD", new Effective<>(START, ended, permit), new Effective<>(renewed, null, permit)))
                .extracting(AppliedLimit::validFrom, AppliedLimit::validTo)
                .containsExactly(tuple(START, ended), tuple(renewed, END));
    }

    @Test
    void a_limit_is_in_the_unit_of_the_datastream_or_there_is_none() {
        assertThat(resolver.resolve(REGULATIONS, datastream("COD", "ug/L", Medium.WASTEWATER)))
                .isEmpty();
        assertThat(resolver.gap(REGULATIONS, datastream("COD", "ug/L", Medium.WASTEWATER), START))
                .isEqualTo(Gap.OTHER_UNIT);
    }

    private List<AppliedLimit> resolve(String parameter, Permit permit) {
        return resolve(parameter, new Effective<>(START, null, permit));
    }

    @SafeVarargs
    private List<AppliedLimit> resolve(String parameter, Effective<Permit>... permits) {
        String unit = parameter.equals("pH") ? "[pH]" : "mg/L";
        return resolver.resolve(REGULATIONS, datastream(parameter, unit, Medium.WASTEWATER, permits)).stream()
                .map(SourcedLimit::limit)
                .toList();
    }

    private static JudgedDatastream datastream(String parameter, String unit, Medium medium) {
        return datastream(
                parameter, unit, medium, new Effective<>(START, null, permit("A", "600", "8000", "2020-01-15")));
    }

    @SafeVarargs
    private static JudgedDatastream datastream(
            String parameter, String unit, Medium medium, Effective<Permit>... permits) {
        Station station = new Station("Trạm", "Station", medium, 9.9, 105.8, "Cần Thơ", "NT", "GIAY", List.of(), 300);
        List<Effective<DischargeSource>> sources = Arrays.stream(permits)
                .map(period -> new Effective<>(
                        period.validFrom(),
                        period.validTo(),
                        new DischargeSource("NT", "NT", "GIAY", "Giấy", medium, null, null, null, period.value())))
                .toList();
        return new JudgedDatastream(
                1,
                "S",
                parameter,
                unit,
                unit,
                new RegistryEntry<>(
                        "S/" + parameter,
                        List.of(new Effective<>(START, null, new Datastream(1, "S", parameter, null, List.of())))),
                new RegistryEntry<>("S", List.of(new Effective<>(START, null, station))),
                Map.of("NT", new RegistryEntry<>("NT", sources)));
    }

    private static Permit permit(String column, String river, String flow, String issued) {
        return new Permit(
                "12/GP",
                LocalDate.parse(issued),
                OLD,
                column,
                Permit.ReceivingWater.RIVER,
                new BigDecimal(river),
                new BigDecimal(flow),
                null,
                List.of());
    }

    private static LimitValue figure(String column, String parameter, String lo, String hi, String... coefficients) {
        return new LimitValue(
                OLD,
                column,
                parameter,
                null,
                lo == null ? null : new BigDecimal(lo),
                new BigDecimal(hi),
                parameter.equals("pH") ? "[pH]" : "mg/L",
                List.of(coefficients),
                null,
                null,
                "Bảng 1",
                true);
    }

    private static List<Coefficient> coefficients() {
        List<Coefficient> rows = new ArrayList<>();
        rows.addAll(steps("Kq", "RIVER", "0.9 50 1.0 200 1.1 500 1.2"));
        rows.addAll(steps("Kf", "FLOW", "1.2 50 1.1 500 1.0 5000 0.9"));
        return rows;
    }

    /** Values and the quantities up to which they hold, in turn. */
    private static List<Coefficient> steps(String name, String kind, String text) {
        String[] parts = text.split(" ");
        List<Coefficient> rows = new ArrayList<>();
        for (int n = 0; n < parts.length; n += 2) {
            BigDecimal over = n == 0 ? null : new BigDecimal(parts[n - 1]);
            BigDecimal upTo = n + 1 == parts.length ? null : new BigDecimal(parts[n + 1]);
            rows.add(new Coefficient(OLD, name, kind, over, upTo, true, new BigDecimal(parts[n]), "2.3", false));
        }
        return rows;
    }
}

package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramTest {
    private static final Instant FIVE_TO_MIDNIGHT = Instant.parse("2026-11-23T16:55:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T17:00:00Z");

    private final Telegram telegram = new Telegram(
            "HG_VITH_KHI002",
            List.of(
                    new SampleReading("PM2,5", new BigDecimal("26.90"), "ug/m3", FIVE_TO_MIDNIGHT, "00"),
                    new SampleReading("CO", new BigDecimal("1E+3"), "ug/m3", MIDNIGHT, "01")));

    @Test
    void a_file_has_five_fields_between_tabs_a_line_and_windows_line_ends() {
        assertThat(telegram.tt10())
                .isEqualTo("PM2,5\t26.90\tug/m3\t20261123235500\t00\r\nCO\t1000\tug/m3\t20261124000000\t01\r\n");
    }

    @Test
    void a_files_name_is_the_station_and_the_newest_time_on_the_provinces_clock() {
        assertThat(telegram.fileName())
                .isEqualTo("HG_VITH_KHI002_20261124000000.txt")
                .matches("[A-Z]{2}_[A-Z]{4}_[A-Z]{3}\\w{3}_\\d{14}\\.txt");
    }

    @Test
    void json_says_the_same_with_instants_and_keeps_the_digits() {
        assertThat(telegram.json())
                .isEqualTo("{\"readings\":["
                        + "{\"parameter\":\"PM2,5\",\"time\":\"2026-11-23T16:55:00Z\",\"value\":26.90,"
                        + "\"unit\":\"ug/m3\",\"status\":\"00\"},"
                        + "{\"parameter\":\"CO\",\"time\":\"2026-11-23T17:00:00Z\",\"value\":1E+3,"
                        + "\"unit\":\"ug/m3\",\"status\":\"01\"}]}");
    }
}

package vn.quantrac.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATION|HG_GIAY_NUO001",
                "STATION|BD_BAUB_NUOBBA",
                "PARAMETER|PM2,5",
                "PARAMETER|NH4+",
                "DATASTREAM|HG_GIAY_NUO001/PM2,5",
                "INSTRUMENT|HG-GIAY-NUO-01"
            })
    void codes_in_use_are_codes(Kind kind, String code) {
        assertThat(kind.isCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "hg_giay_nuo001", "HG", "HG_GIAY_NUO001\n", "../x", "HG_+", "HG_#"})
    void what_no_file_or_topic_can_bear_is_no_code_of_a_station(String code) {
        assertThat(Kind.STATION.isCode(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COD", "HG_GIAY_NUO001", "HG_GIAY_NUO001/", "/COD", "HG_GIAY_NUO001/COD/x"})
    void a_datastream_is_a_station_and_a_parameter(String code) {
        assertThat(Kind.DATASTREAM.isCode(code)).isFalse();
    }
}

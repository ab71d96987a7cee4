package vn.quantrac.publication.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSafetyTest {
    @ParameterizedTest
    @CsvSource({
        "https://tile.openstreetmap.org/{z}/{x}/{y}.png,https://tile.openstreetmap.org",
        "https://{s}.tiles.example:8443/{z}/{x}/{y}.png,https://*.tiles.example:8443"
    })
    void the_page_may_load_tiles_from_their_host_only(String tileUrl, String origin) {
        assertThat(PageSafety.origin(tileUrl)).contains(origin);
    }

    @ParameterizedTest
    @CsvSource({"/tiles/{z}/{x}/{y}.png"})
    void tiles_of_the_own_host_need_no_permission(String tileUrl) {
        assertThat(PageSafety.origin(tileUrl)).isEmpty();
    }
}

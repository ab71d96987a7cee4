package vn.quantrac.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/open/v1/stations",
                "/open/v1/",
                "/sta/v1.1/Datastreams(7)/Observations",
                "/sta/v1.1/Things('HG_GIAY_NUO001')",
                "/%20%21%22%23%24%27%28%29%2A%2B%2C%3A%3F%40%5B%5D%5E%60%7B%7C%7D",
                "/tr%E1%BA%A1m%20quan%20tr%E1%BA%AFc",
                "/..well-known/a...b/.c"
            })
    void a_path_that_everybody_reads_alike_is_kept(String path) {
        assertThat(CanonicalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open/v1",
                "*",
                "//open/v1",
                "/open//v1",
                "/open/v1//",
                "/open/v1/../ministry",
                "/open/v1/..",
                "/open/./v1",
                "/.",
                "/open/v1/%2e%2e/ministry",
                "/open/v1/.%2E/ministry",
                "/open/v1%2f..%2fministry",
                "/open/v1/%252e%252e/ministry",
                "/open\\v1",
                "/open/%5c..%5Cministry",
                "/open/v1;role=ministry/x",
                "/open/..;/ministry",
                "/open/%3b",
                "/open/%00",
                "/open/%0d%0aX: y",
                "/open/%c0%ae%c0%ae/ministry",
                "/open/%u002e",
                "/%61pi",
                "/%5A",
                "/%7a",
                "/%30",
                "/%39",
                "/%2D",
                "/%5f",
                "/%7E",
                "/open/%2",
                "/open/a b",
                "/open/trạm",
                "/open#x",
                "/open?x"
            })
    void a_path_that_two_servers_could_read_differently_is_refused(String path) {
        assertThat(CanonicalPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4_096, 200_000})
    void a_long_path_is_no_burden(int length) {
        String path = "/" + "a%20".repeat(length / 4);
        assertThat(CanonicalPath.of(path)).contains(path);
        assertThat(CanonicalPath.of(path + "\\")).isEmpty();
    }
}

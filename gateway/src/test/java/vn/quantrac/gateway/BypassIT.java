package vn.quantrac.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BypassIT extends GatewayTests {
    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open/v1/../api/ministry/v1/readings",
                "/open/v1/../../api/ministry/v1/readings",
                "/open/v1/%2e%2e/%2e%2e/api/ministry/v1/readings",
                "/open/v1/.%2e/.%2e/api/ministry/v1/readings",
                "/open/v1/..%2f..%2fapi/ministry/v1/readings",
                "/open/v1/%252e%252e/%252e%252e/api/ministry/v1/readings",
                "//api/ministry/v1/readings",
                "/open//v1/../../api/ministry/v1/readings",
                "/;/api/ministry/v1/readings",
                "/open/..;/api/ministry/v1/readings",
                "/api;x=y/ministry/v1/readings",
                "/api/ministry;a/v1/readings",
                "/./api/ministry/v1/readings",
                "/%61pi/ministry/v1/readings",
                "/ap%69/ministry/v1/readings",
                "/api/ministry/%761/readings",
                "/%71/metrics",
                "/auth/realms/%6Daster",
                "/auth/realms/quantra%63",
                "/api/./ministry/v1/readings",
                "/%61pi/%2e/ministry/v1/readings",
                "/open\\..\\api\\ministry\\v1\\readings",
                "/open/%5c..%5capi/ministry/v1/readings",
                "/api/ministry/v1/readings%00.html",
                "/open/%c0%ae%c0%ae/api/ministry/v1/readings"
            })
    void a_path_with_tricks_reaches_nothing(String path) throws IOException {
        assertThat(http().send("GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("\"uri\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/API/ministry/v1/readings", "/api%20/ministry/v1/readings"})
    void another_spelling_is_another_path_and_goes_to_the_portal_unchanged(String path) throws IOException {
        assertThat(http().send("GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 200")
                .contains("\"uri\":\"" + path + "\"");
    }

    @Test
    void an_absolute_address_in_the_request_line_changes_nothing() throws IOException {
        assertThat(http().send("GET http://localhost/api/ministry/v1/readings HTTP/1.1"))
                .doesNotContain("\"uri\"");
    }

    @Test
    void a_body_of_two_lengths_is_refused() throws IOException {
        assertThat(http().send("GET /open/v1/stations HTTP/1.1", "Content-Length: 5", "Transfer-Encoding: chunked"))
                .doesNotContain("\"uri\"");
        assertThat(http().send("GET /open/v1/stations HTTP/1.1", "Content-Length: 5", "Content-Length: 6"))
                .doesNotContain("\"uri\"");
    }

    @Test
    void an_upgrade_is_not_relayed() throws IOException {
        assertThat(http().send("GET /open/v1/stations HTTP/1.1", "Upgrade: websocket", "Sec-WebSocket-Key: x"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("\"upgrade\"");
    }

    private RawHttp http() {
        return new RawHttp(gateway.getPort());
    }
}

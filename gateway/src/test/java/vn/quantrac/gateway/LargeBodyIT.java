package vn.quantrac.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LargeBodyIT extends GatewayTests {
    private static final long MEBIBYTE = 1 << 20;
    private static final byte[] CHUNK = new byte[64 * 1024];

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void a_body_larger_than_the_memory_passes_in_both_directions() throws Exception {
        long size = 800 * MEBIBYTE;
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(size);
        HttpResponse<String> stored = send(request("/api/bulk").POST(chunks(size)));
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(stored.body()).contains("\"bytes\":" + size);

        HttpRequest download = HttpRequest.newBuilder(gateway.resolve("/open/v1/observations?bytes=" + size))
                .build();
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(download, BodyHandlers.ofInputStream());
        assertThat(response.body().skip(size)).isEqualTo(size);
        assertThat(response.body().read()).isEqualTo(-1);
    }

    @Test
    void a_body_above_the_limit_is_refused_before_or_while_it_comes() throws Exception {
        RawHttp http = new RawHttp(gateway.getPort());
        assertThat(http.send(
                        "POST /api/bulk HTTP/1.1",
                        "Authorization: Bearer " + token("operator"),
                        "Content-Length: " + 901 * MEBIBYTE))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/body-too-large");
        try {
            HttpResponse<String> refused = send(request("/api/bulk").POST(chunks(910 * MEBIBYTE)));
            assertThat(refused.statusCode()).isEqualTo(413);
        } catch (IOException closedWhileSending) {
            assertThat(closedWhileSending).isNotNull();
        }
        as("operator").get("/api/ingestion/v1/x").then().statusCode(200);
    }

    @Test
    void what_ingestion_and_registry_do_not_take_is_not_sent_to_them() throws Exception {
        RawHttp http = new RawHttp(gateway.getPort());
        assertThat(send(request("/api/ingestion/v1/telegrams").POST(chunks(8 * MEBIBYTE)))
                        .statusCode())
                .isEqualTo(200);
        for (String way : new String[] {"POST /api/ingestion/v1/telegrams", "POST /api/registry/v1/import"}) {
            assertThat(http.send(
                            way + " HTTP/1.1",
                            "Authorization: Bearer " + token(way.contains("registry") ? "admin" : "operator"),
                            "Content-Length: " + (8 * MEBIBYTE + 1)))
                    .startsWith("HTTP/1.1 413")
                    .contains("/problems/body-too-large")
                    .contains("At most " + 8 * MEBIBYTE + " bytes");
        }
    }

    @Test
    void a_stream_of_readings_has_no_limit_and_only_that() throws Exception {
        String stream = "/api/ingestion/v1/stations/HG_GIAY_NUO001/readings";
        long size = 950 * MEBIBYTE;
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(size);
        assertThat(send(request(stream).POST(chunks(size))).body()).contains("\"bytes\":" + size);
        RawHttp http = new RawHttp(gateway.getPort());
        for (String other : new String[] {"/stations/readings", "/stations/a/b/readings", "/stations/a/uploads"}) {
            assertThat(http.send(
                            "POST /api/ingestion/v1" + other + " HTTP/1.1",
                            "Authorization: Bearer " + token("operator"),
                            "Content-Length: " + (8 * MEBIBYTE + 1)))
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_service_that_refuses_a_body_is_not_said_to_be_down() throws Exception {
        HttpResponse<String> refused = send(request("/api/refusing/x").POST(sized(20 * MEBIBYTE)));
        // Its answer may be lost with the connection that it closes behind it.
        assertThat(refused.statusCode()).isIn(413, 502);
        assertThat(refused.body()).doesNotContain("/problems/service-down");
    }

    @Test
    void a_service_that_breaks_off_in_the_middle_of_a_body_is_not_said_to_be_down() throws Exception {
        HttpResponse<String> broken = send(request("/api/breaking/x").POST(sized(20 * MEBIBYTE)));
        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(broken.body()).contains("/problems/service-broke-off");
    }

    @Test
    void a_refused_body_is_not_read() throws Exception {
        assertThat(new RawHttp(gateway.getPort())
                        .send("POST /api/ingestion/v1/backlog HTTP/1.1", "Content-Length: " + 500 * MEBIBYTE))
                .startsWith("HTTP/1.1 401");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token("operator"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher sized(long size) {
        return BodyPublishers.fromPublisher(chunks(size), size);
    }

    /** Without a length of its own, so that it is sent in chunks. */
    private static BodyPublisher chunks(long size) {
        return BodyPublishers.ofByteArrays(
                () -> Collections.nCopies((int) (size / CHUNK.length), CHUNK).iterator());
    }
}

package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backlogs by HTTPS: streams of any length, in telegrams that are committed as they come. */
@QuarkusTest
@RealParts
class ReadingStreamIT {
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject
    Intaken intaken;

    /** Each test has two days for itself. */
    private final Instant time = SampleTimes.next().minus(Duration.ofDays(100 + 2L * TESTS.incrementAndGet()));

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_long_table_is_taken_in_and_every_refused_line_is_told_by_its_number() throws Exception {
        String body = Backlogs.csv(time, 9_000)
                + "XYZ," + time + ",1,mg/L,00\r\n"
                + Backlogs.csv(time.plusSeconds(9_000), 9_000).substring(Backlogs.HEAD.length())
                + "COD," + time + ",a,mg/L,00";
        JsonPath taken = Backlogs.taken(Backlogs.to(PAPER_MILL), body);
        assertThat(taken.getLong("accepted")).isEqualTo(18_000);
        assertThat(taken.getLong("lines")).isEqualTo(18_003);
        assertThat(taken.getInt("telegrams")).isGreaterThan(2);
        assertThat(taken.getList("refusals.line")).isEqualTo(List.of(9_002, 18_003));
        assertThat(taken.getList("refusals.reason")).isEqualTo(List.of("unknown-parameter", "bad-value"));
        assertThat(intaken.revisions(PAPER_MILL, "COD", time.plusSeconds(17_999)))
                .containsExactly("8999 00");
        List<String> telegrams = intaken.contentsOf(taken.getString("stream"));
        assertThat(telegrams).allMatch(content -> content.startsWith(Backlogs.HEAD));
        assertThat(String.join(
                        "",
                        telegrams.stream()
                                .map(content -> content.substring(Backlogs.HEAD.length()))
                                .toList()))
                .isEqualTo(body.substring(Backlogs.HEAD.length()));
        assertThat(Backlogs.taken(Backlogs.to(PAPER_MILL), body).getLong("duplicate"))
                .isEqualTo(18_000);
    }

    @Test
    void what_is_refused_can_be_told_as_it_happens() throws Exception {
        String reading = "{\"parameter\":\"COD\",\"time\":\"%s\",\"value\":1,\"unit\":\"mg/L\",\"status\":\"00\"}\n";
        String body =
                "nonsense\n" + reading.formatted(time) + reading.formatted(time).replace("COD", "XYZ");
        HttpResponse<String> response = Backlogs.send(
                Backlogs.to(PAPER_MILL)
                        .setHeader("Content-Type", "application/x-ndjson")
                        .header("Accept", "application/x-ndjson"),
                body);
        List<JsonPath> lines = response.body().lines().map(JsonPath::from).toList();
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).getInt("line")).isEqualTo(1);
        assertThat(lines.get(0).getString("reason")).isEqualTo("invalid-json");
        assertThat(lines.get(1).getInt("line")).isEqualTo(3);
        assertThat(lines.get(1).getString("reason")).isEqualTo("unknown-parameter");
        assertThat(lines.get(2).getInt("accepted")).isEqualTo(1);
        assertThat(lines.get(2).getInt("quarantined")).isEqualTo(2);
    }

    @Test
    void an_array_of_any_length_is_taken_in_too() throws Exception {
        String readings = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        "{\"parameter\":\"COD\",\n\"time\":\"%s\",\"value\":%d,\"unit\":\"[,\\\"mg/L\",\"status\":\"00\"}"
                                .formatted(time.plusSeconds(i), i)
                                .replace("[,\\\"", i == 3_000 ? "[,\\\"" : ""))
                .collect(Collectors.joining(",\n"));
        HttpRequest.Builder request = Backlogs.to(PAPER_MILL).setHeader("Content-Type", "application/json");
        JsonPath taken = Backlogs.taken(request, "\uFEFF [" + readings + "]\n");
        assertThat(taken.getLong("accepted")).isEqualTo(4_999);
        assertThat(taken.getList("refusals.line")).isEqualTo(List.of(3_001));
        assertThat(taken.getList("refusals.reason")).isEqualTo(List.of("unknown-unit"));
        assertThat(Backlogs.taken(request, "[]").getLong("quarantined")).isZero();
        for (String broken : List.of("", "[1,2", "[]]", "{\"readings\":[]}", "[\"")) {
            assertThat(Backlogs.send(request, broken).statusCode()).as(broken).isEqualTo(400);
        }
    }

    @Test
    void gzip_is_unpacked_as_it_comes_also_when_it_is_several_in_a_row() throws Exception {
        byte[] first = Backlogs.gzip(Backlogs.csv(time, 9_000).getBytes(StandardCharsets.UTF_8));
        byte[] second = Backlogs.gzip(Backlogs.line(time.plusSeconds(9_000), 5).getBytes(StandardCharsets.UTF_8));
        byte[] body = new byte[first.length + second.length];
        System.arraycopy(first, 0, body, 0, first.length);
        System.arraycopy(second, 0, body, first.length, second.length);
        JsonPath taken =
                Backlogs.taken(Backlogs.send(Backlogs.to(PAPER_MILL).header("Content-Encoding", "gzip"), body));
        assertThat(taken.getLong("accepted")).isEqualTo(9_001);
        HttpResponse<String> cut =
                Backlogs.send(Backlogs.to(PAPER_MILL).header("Content-Encoding", "gzip"), Arrays.copyOf(first, 5_000));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.body()).contains("/problems/broken-body");
        assertThat(Backlogs.send(Backlogs.to(PAPER_MILL).header("Content-Encoding", "br"), body)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_line_without_end_is_quarantined_piece_by_piece_in_constant_memory() throws Exception {
        byte[] bomb = Backlogs.gzip((Backlogs.HEAD + "y".repeat(10 << 20) + "x\n" + Backlogs.line(time, 5))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(bomb.length).isLessThan(20_000);
        JsonPath taken =
                Backlogs.taken(Backlogs.send(Backlogs.to(PAPER_MILL).header("Content-Encoding", "gzip"), bomb));
        assertThat(taken.getLong("accepted")).isEqualTo(1);
        assertThat(taken.getList("refusals.line")).hasSize(80).allMatch(line -> line.equals(2));
        assertThat(taken.getList("refusals.reason")).allMatch(reason -> reason.equals("line-too-long"));
    }

    @Test
    void what_was_committed_before_a_broken_connection_stays_and_sending_again_is_harmless() throws Exception {
        String body = Backlogs.csv(time, 20_000);
        long before = intaken.readings();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            begin(socket, body.length());
            socket.getOutputStream().write(body.substring(0, 600_000).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Eventually.holds(() -> intaken.readings() - before > 10_000);
        }
        long kept = intaken.readings() - before;
        JsonPath taken = Backlogs.taken(Backlogs.to(PAPER_MILL), body);
        assertThat(taken.getLong("duplicate")).isGreaterThanOrEqualTo(kept);
        assertThat(taken.getLong("accepted") + taken.getLong("duplicate")).isEqualTo(20_000);
    }

    @Test
    void a_sender_that_stalls_is_cut_off() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            begin(socket, 1_000_000);
            socket.getOutputStream().write(Backlogs.csv(time, 600).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void a_table_that_does_not_say_its_columns_is_refused_before_anything_is_stored() throws Exception {
        for (String head : List.of("", "COD,1,2\n", "parameter,time,value,remark\n", "parameter,time,unit\n")) {
            HttpResponse<String> response = Backlogs.send(Backlogs.to(PAPER_MILL), head + "a,b,c,d\n");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("/problems/bad-header");
        }
    }

    @Test
    void a_station_has_two_streams_at_a_time() throws Exception {
        try (Socket one = new Socket("localhost", RestAssured.port);
                Socket other = new Socket("localhost", RestAssured.port)) {
            begin(one, 1_000_000);
            begin(other, 1_000_000);
            one.getOutputStream().write(Backlogs.csv(time, 600).getBytes(StandardCharsets.UTF_8));
            other.getOutputStream().write(Backlogs.csv(time, 600).getBytes(StandardCharsets.UTF_8));
            Eventually.holds(
                    () -> Backlogs.send(Backlogs.to(PAPER_MILL), Backlogs.HEAD).statusCode() == 429);
            HttpResponse<String> response = Backlogs.send(Backlogs.to(PAPER_MILL), Backlogs.HEAD);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("/problems/too-much");
            assertThat(Backlogs.send(Backlogs.to(AIR), Backlogs.HEAD).statusCode())
                    .isEqualTo(200);
        }
        Eventually.holds(
                () -> Backlogs.send(Backlogs.to(PAPER_MILL), Backlogs.HEAD).statusCode() == 200);
    }

    @Test
    void a_stream_waits_for_the_database_and_holds_no_more_than_a_few_telegrams() throws Exception {
        String body = Backlogs.csv(time, 60_000);
        Handle blocked = intaken.blockCommits();
        Thread release = new Thread(() -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            blocked.rollback();
            blocked.close();
        });
        release.start();
        assertThat(Backlogs.taken(Backlogs.to(PAPER_MILL), body).getLong("accepted"))
                .isEqualTo(60_000);
        release.join();
    }

    @Test
    void a_station_speaks_for_itself_only() throws Exception {
        assertThat(Backlogs.send(
                                Backlogs.to(PAPER_MILL)
                                        .setHeader(
                                                "Authorization",
                                                "Basic " + Backlogs.base64(STACK + ":" + secretOf(STACK))),
                                Backlogs.HEAD)
                        .statusCode())
                .isEqualTo(403);
    }

    private static void begin(Socket socket, int length) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + Backlogs.path(PAPER_MILL) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                        + Backlogs.base64(PAPER_MILL + ":" + secretOf(PAPER_MILL))
                        + "\r\nContent-Type: text/csv\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

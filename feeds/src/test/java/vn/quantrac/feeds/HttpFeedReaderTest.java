package vn.quantrac.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFeedReaderTest {
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private int status = 200;
    private byte[] body;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/feed", exchange -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_page_is_read_with_the_services_token() throws IOException {
        FeedPage page = new FeedPage(
                "test", 7, 8, 9, List.of(new FeedEvent(8, "t", "k", JsonNodeFactory.instance.objectNode())));
        body = FeedJson.mapper().writeValueAsBytes(page);

        assertThat(reader().read(7, 100)).isEqualTo(page);
        assertThat(asked.get()).isEqualTo("/feed?after=7&limit=100 Bearer secret");
    }

    @Test
    void a_refusal_and_a_page_cut_short_are_failures_and_never_an_empty_page() {
        body = "{\"status\":403}".getBytes();
        status = 403;
        assertThatThrownBy(() -> reader().read(7, 100))
                .isInstanceOf(FeedUnreachableException.class)
                .hasMessageContaining("403");

        status = 200;
        body = "{\"feed\":\"test\",\"after\":7,".getBytes();
        assertThatThrownBy(() -> reader().read(7, 100)).isInstanceOf(FeedUnreachableException.class);
    }

    @Test
    void a_page_whose_body_stalls_is_given_up() throws Exception {
        CountDownLatch given = new CountDownLatch(1);
        server.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(given);
            exchange.close();
        });
        HttpFeedReader reader =
                new HttpFeedReader(address("/stalls"), () -> "secret", FeedJson.mapper(), Duration.ofMillis(500));

        assertThatThrownBy(() -> reader.read(0, 10)).isInstanceOf(FeedUnreachableException.class);
        given.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private HttpFeedReader reader() {
        return new HttpFeedReader(address("/feed"), () -> "secret", FeedJson.mapper());
    }
}

package vn.quantrac.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.FeedPage;

/** Serves the feed {@code registry} over HTTP; {@code POST} adds an event, which gets the next cursor. */
public final class RegistryTestResource implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = FeedJson.mapper();

    private final List<FeedEvent> events = new CopyOnWriteArrayList<>(RegistryFixture.events());
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/registry/v1/feed", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("QUANTRAC_REGISTRY_URL", url, "QUANTRAC_FEED_POLL", "0.3s");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                FeedEvent event = JSON.readValue(exchange.getRequestBody(), FeedEvent.class);
                events.add(new FeedEvent(events.size() + 1, event.type(), event.key(), event.data()));
                exchange.sendResponseHeaders(204, -1);
            } else if (!exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey")) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                byte[] page =
                        JSON.writeValueAsBytes(page(exchange.getRequestURI().getQuery()));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        }
    }

    private FeedPage page(String query) {
        int after = Integer.parseInt(query.replaceAll("after=(\\d+).*", "$1"));
        List<FeedEvent> rest = List.copyOf(events.subList(after, events.size()));
        return new FeedPage("registry", after, events.size(), events.size(), rest);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

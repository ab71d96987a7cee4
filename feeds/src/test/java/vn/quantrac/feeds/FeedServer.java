package vn.quantrac.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves feeds to callers who bring a token, as their owners do. */
public final class FeedServer implements AutoCloseable {
    private static final Pattern QUERY = Pattern.compile("after=(\\d+)&limit=(\\d+)");

    private final ObjectMapper json = FeedJson.mapper();
    private final Map<String, List<FeedEvent>> feeds = Map.of(
            "registry", new CopyOnWriteArrayList<>(),
            "readings", new CopyOnWriteArrayList<>(),
            "verdicts", new CopyOnWriteArrayList<>());
    private final HttpServer http;

    FeedServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/api/registry/v1/feed", "registry");
        serve("/api/ingestion/v1/feed", "readings");
        serve("/api/compliance/v1/feed", "verdicts");
        http.start();
    }

    public String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** The newest cursor of a feed. */
    public long head(String feed) {
        return feeds.get(feed).size();
    }

    /** Adds an event to what is served. */
    public void append(String feed, String type, String key, Object message) {
        feeds.get(feed).add(event(feed, type, key, message));
    }

    /** Adds many readings or verdicts at once. */
    public void append(String feed, List<Said> said) {
        long head = head(feed);
        List<FeedEvent> events = new ArrayList<>(said.size());
        for (Said one : said) {
            events.add(new FeedEvent(++head, one.type(), one.key(), json.valueToTree(one.message())));
        }
        feeds.get(feed).addAll(events);
    }

    /** The event that would come next. */
    public FeedEvent event(String feed, String type, String key, Object message) {
        return new FeedEvent(head(feed) + 1, type, key, json.valueToTree(message));
    }

    private void serve(String path, String feed) {
        http.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, feed);
            }
        });
    }

    private void answer(HttpExchange exchange, String feed) throws IOException {
        Matcher query = QUERY.matcher(exchange.getRequestURI().getQuery());
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null || token.length() < 100 || !query.matches()) {
            exchange.sendResponseHeaders(token == null ? 401 : 400, -1);
            return;
        }
        List<FeedEvent> all = feeds.get(feed);
        int after = Integer.parseInt(query.group(1));
        int head = all.size();
        int next = Math.min(head, after + Integer.parseInt(query.group(2)));
        byte[] page = json.writeValueAsBytes(new FeedPage(feed, after, next, head, all.subList(after, next)));
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    /** An event that has no cursor yet. */
    public record Said(String type, String key, Object message) {}
}

package vn.quantrac.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A service that answers with what it received, or with as many bytes as {@code ?bytes=} asks for. */
final class EchoService implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final HttpServer server;

    private EchoService(HttpServer server) {
        this.server = server;
    }

    static EchoService start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", EchoService::answer);
            server.setExecutor(Executors.newFixedThreadPool(8));
            server.start();
            return new EchoService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        long received = count(exchange.getRequestBody());
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && query.startsWith("bytes=")) {
            send(exchange, Long.parseLong(query.substring("bytes=".length())));
            return;
        }
        JsonObject headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(" | ", values)));
        byte[] echo = new JsonObject()
                .put("method", exchange.getRequestMethod())
                .put("uri", exchange.getRequestURI().toString())
                .put("headers", headers)
                .put("bytes", received)
                .toBuffer()
                .getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Server", "echo/1");
        boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, hasBody ? echo.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(echo);
        }
        exchange.close();
    }

    private static long count(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            total += read;
        }
        return total;
    }

    private static void send(HttpExchange exchange, long bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes);
        byte[] chunk = new byte[CHUNK];
        try (OutputStream body = exchange.getResponseBody()) {
            for (long left = bytes; left > 0; left -= chunk.length) {
                body.write(chunk, 0, (int) Math.min(chunk.length, left));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

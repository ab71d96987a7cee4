package vn.quantrac.helm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers the one question that rendering asks a cluster: which Secrets exist. Without it Helm would ask whatever
 * cluster the developer's machine is connected to.
 */
final class Cluster {
    private static final String SECRETS = "/api/v1/namespaces/quantrac/secrets/";
    private static final Map<String, String> EXISTING = new ConcurrentHashMap<>();

    static {
        start();
    }

    private Cluster() {}

    /** Makes sure that Helm asks here; the environment variable KUBECONFIG names the file (pom.xml). */
    static void connect() {
        // Loading the class has started it.
    }

    static void put(Rendered secret) {
        EXISTING.put(SECRETS + secret.name(), secret.json().toString());
    }

    static void clear() {
        EXISTING.clear();
    }

    private static void start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Cluster::answer);
            server.start();
            Files.writeString(Path.of(System.getenv("KUBECONFIG")), """
                    apiVersion: v1
                    kind: Config
                    current-context: test
                    contexts: [{name: test, context: {cluster: test, user: test}}]
                    clusters: [{name: test, cluster: {server: "http://localhost:%d"}}]
                    users: [{name: test, user: {}}]
                    """.formatted(
                            server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String kinds = """
                {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"v1","resources":[
                {"name":"secrets","singularName":"secret","namespaced":true,"kind":"Secret","verbs":["get"]}]}""";
        String found = "/api/v1".equals(path) ? kinds : EXISTING.get(path);
        byte[] body = (found == null
                        ? "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}"
                        : found)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

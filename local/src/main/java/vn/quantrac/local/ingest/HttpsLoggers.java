package vn.quantrac.local.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One POST after the other on each connection. */
record HttpsLoggers(Vertx vertx, Doors doors, URI at, String resource, String contentType, int connections)
        implements Loggers {
    @Override
    public void send(List<Sending> sendings) throws Exception {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(at.getHost())
                .setDefaultPort(at.getPort())
                .setMaxPoolSize(connections)
                .setIdleTimeout(0));
        Map<String, String> authorizations = new HashMap<>();
        sendings.forEach(sending -> authorizations.computeIfAbsent(sending.station(), doors::basic));
        Iterator<Sending> waiting = new ConcurrentLinkedQueue<>(sendings).iterator();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int n = 0; n < connections; n++) {
            CompletableFuture<Void> one = new CompletableFuture<>();
            done.add(one);
            next(client, waiting, authorizations, one);
        }
        CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).join();
        client.close();
    }

    private void next(
            HttpClient client,
            Iterator<Sending> waiting,
            Map<String, String> authorizations,
            CompletableFuture<Void> done) {
        Sending sending;
        synchronized (waiting) {
            sending = waiting.hasNext() ? waiting.next() : null;
        }
        if (sending == null) {
            done.complete(null);
            return;
        }
        client.request(HttpMethod.POST, "/api/ingestion/v1/stations/" + sending.station() + "/" + resource)
                .compose(request -> request.putHeader("Authorization", authorizations.get(sending.station()))
                        .putHeader("Content-Type", contentType)
                        .send(Buffer.buffer(sending.content())))
                .compose(answer -> answer.body()
                        .compose(body -> answer.statusCode() == 200
                                ? Future.succeededFuture()
                                : Future.failedFuture("HTTP " + answer.statusCode() + " " + body)))
                .onSuccess(stored -> next(client, waiting, authorizations, done))
                .onFailure(done::completeExceptionally);
    }
}

package vn.quantrac.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Reads a feed by REST with a service's token. */
public final class HttpFeedReader implements FeedReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_QUOTE = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI feed;
    private final Supplier<String> token;
    private final ObjectMapper json;
    private final Duration timeout;

    /**
     * @param feed the address of the feed, without query
     * @param token a valid access token at every call
     */
    public HttpFeedReader(URI feed, Supplier<String> token, ObjectMapper json) {
        this(feed, token, json, TIMEOUT);
    }

    /** @param timeout the longest that a page may take, its last byte included */
    HttpFeedReader(URI feed, Supplier<String> token, ObjectMapper json, Duration timeout) {
        this.feed = feed;
        this.token = token;
        this.json = json;
        this.timeout = timeout;
    }

    @Override
    public FeedPage read(long after, int limit) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(feed + "?after=" + after + "&limit=" + limit))
                    .header("Authorization", "Bearer " + token.get())
                    .timeout(timeout)
                    .build();
            HttpResponse<byte[]> response = whole(request);
            if (response.statusCode() != 200) {
                String said = new String(response.body(), StandardCharsets.UTF_8);
                throw new IOException("HTTP " + response.statusCode() + " "
                        + said.substring(0, Math.min(LONGEST_QUOTE, said.length())));
            }
            return json.readValue(response.body(), FeedPage.class);
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
            throw new FeedUnreachableException("Cannot read " + feed + " after " + after + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnreachableException("Interrupted while reading " + feed, e);
        }
    }

    /** The timeout of a request ends with the headers; a body that never comes would hold the follower for good. */
    private HttpResponse<byte[]> whole(HttpRequest request)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }
}

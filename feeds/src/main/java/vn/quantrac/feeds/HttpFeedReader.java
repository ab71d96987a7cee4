package vn.quantrac.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads a feed by REST with a service's token. */
public final class HttpFeedReader implements FeedReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI feed;
    private final Supplier<String> token;
    private final ObjectMapper json;

    /**
     * @param feed the address of the feed, without query
     * @param token a valid access token at every call
     */
    public HttpFeedReader(URI feed, Supplier<String> token, ObjectMapper json) {
        this.feed = feed;
        this.token = token;
        this.json = json;
    }

    @Override
    public FeedPage read(long after, int limit) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(feed + "?after=" + after + "&limit=" + limit))
                    .header("Authorization", "Bearer " + token.get())
                    .timeout(TIMEOUT)
                    .build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP " + response.statusCode() + " " + new String(body.readNBytes(500)));
                }
                return json.readValue(body, FeedPage.class);
            }
        } catch (IOException | RuntimeException e) {
            throw new FeedUnreachableException("Cannot read " + feed + " after " + after + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnreachableException("Interrupted while reading " + feed, e);
        }
    }
}

package vn.quantrac.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import vn.quantrac.local.CannotRunException;

/** Waits until an address answers as it should. */
final class Readiness {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /** Waits for a 200; gives up with {@link CannotRunException} after the time, or when {@code alive} turns false. */
    static void await(String what, String url, Duration longest, BooleanSupplier going) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (get(url) == null) {
            if (!going.getAsBoolean()) {
                throw new InterruptedException(what + " is not wanted any more");
            }
            if (System.nanoTime() > deadline) {
                throw new CannotRunException(
                        "%s did not become ready within %d s (%s).".formatted(what, longest.toSeconds(), url));
            }
            Thread.sleep(150);
        }
    }

    /** The body of a 200, otherwise null. */
    static String get(String url) throws InterruptedException {
        try {
            HttpResponse<String> response = ask(url);
            return response.statusCode() == 200 ? response.body() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The status of the answer; 0 when there is none. */
    static int status(String url) throws InterruptedException {
        try {
            return ask(url).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static HttpResponse<String> ask(String url) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

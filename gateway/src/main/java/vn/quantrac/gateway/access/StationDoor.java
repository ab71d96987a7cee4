package vn.quantrac.gateway.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * The one request that passes without a token: a logger that sends its telegram, or a stream of
 * readings, and signs in with its station's
 * credential by HTTP Basic. Only ingestion knows these credentials, so only ingestion checks them; the gateway
 * relays the header unread, on this method and these paths and nowhere else.
 */
final class StationDoor {
    private static final Pattern PATH = Pattern.compile("/api/ingestion/v1/stations/[^/]+/(?:telegrams|readings)");

    private StationDoor() {}

    static boolean leadsTo(HttpMethod method, String path) {
        return method == HttpMethod.POST && PATH.matcher(path).matches();
    }

    static boolean admits(HttpServerRequest request, String path) {
        String credentials = request.getHeader("Authorization");
        return leadsTo(request.method(), path)
                && credentials != null
                && credentials.regionMatches(true, 0, "Basic ", 0, 6);
    }
}

package vn.quantrac.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;

/** What a method does to a resource. */
public enum Verb {
    READ,
    WRITE;

    private static final Map<HttpMethod, Verb> OF = Map.of(
            HttpMethod.GET, READ,
            HttpMethod.HEAD, READ,
            HttpMethod.OPTIONS, READ,
            HttpMethod.POST, WRITE,
            HttpMethod.PUT, WRITE,
            HttpMethod.PATCH, WRITE,
            HttpMethod.DELETE, WRITE);

    /** The methods that read, and those that write where somebody may, as the header {@code Allow} lists them. */
    public static String allowed(boolean writable) {
        return writable ? "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE" : "GET, HEAD, OPTIONS";
    }

    /** Empty for methods that no API here uses, TRACE and CONNECT among them. */
    public static Optional<Verb> of(HttpMethod method) {
        return Optional.ofNullable(OF.get(method));
    }
}

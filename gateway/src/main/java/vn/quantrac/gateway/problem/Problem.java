package vn.quantrac.gateway.problem;

import io.vertx.core.json.JsonObject;

/** An answer of the gateway itself as RFC 9457 says it; {@code slug} ends the type {@code /problems/<slug>}. */
public record Problem(int status, String slug, String title, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static final Problem UNCLEAR_REQUEST =
            new Problem(400, "unclear-request", "Bad Request", "The request can be read in more than one way.");
    public static final Problem NO_TOKEN =
            new Problem(401, "not-signed-in", "Unauthorized", "This needs an access token of the realm quantrac.");
    public static final Problem BAD_TOKEN =
            new Problem(401, "bad-token", "Unauthorized", "The access token is not valid here, or not any more.");
    public static final Problem NOT_ALLOWED =
            new Problem(403, "not-allowed", "Forbidden", "Your roles do not allow this.");
    public static final Problem NOTHING_HERE =
            new Problem(404, "nothing-here", "Not Found", "No service answers under this path.");
    public static final Problem METHOD_NOT_ALLOWED =
            new Problem(405, "method-not-allowed", "Method Not Allowed", "This path cannot be used in this way.");
    public static final Problem TOO_MANY =
            new Problem(429, "too-many-requests", "Too Many Requests", "Your address asks too often; wait a second.");
    public static final Problem UPSTREAM_DOWN =
            new Problem(502, "service-down", "Bad Gateway", "The service behind this path cannot be reached.");
    public static final Problem UPSTREAM_BROKE_OFF = new Problem(
            502,
            "service-broke-off",
            "Bad Gateway",
            "The service ended the connection while the body was sent: it may be too large, or the service restarts.");
    public static final Problem IDENTITY_DOWN = new Problem(
            503, "identity-down", "Service Unavailable", "Tokens cannot be checked at the moment; try again soon.");
    public static final Problem UPSTREAM_SILENT = new Problem(
            504, "service-silent", "Gateway Timeout", "The service behind this path did not answer in time.");

    /** A body of more bytes than are relayed. */
    public static Problem bodyTooLarge(long limit) {
        return new Problem(413, "body-too-large", "Content Too Large", "At most " + limit + " bytes are accepted.");
    }

    /** The JSON text. */
    public String json() {
        return new JsonObject()
                .put("type", "/problems/" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }
}

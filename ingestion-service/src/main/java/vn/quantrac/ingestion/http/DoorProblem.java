package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;

/** Why a request is not taken; the README lists the types. */
final class DoorProblem {
    private static final String RETRY_SECONDS = "5";

    private DoorProblem() {}

    /** 503: nobody's commit comes. */
    static HttpProblem later(String detail) {
        return problem("intake-busy", Status.SERVICE_UNAVAILABLE, "Not stored yet, send it again", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** 429: the caller sends faster than it can be stored. */
    static HttpProblem tooMuch(String detail) {
        return problem("too-much", Status.TOO_MANY_REQUESTS, "Too much at once, send it again later", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** 400: what came cannot be the whole body. */
    static HttpProblem brokenBody(String detail) {
        return problem("broken-body", Status.BAD_REQUEST, "The body is broken", detail)
                .build();
    }

    /** 400: the first line of a table says nothing. */
    static HttpProblem badHeader(String detail) {
        return problem("bad-header", Status.BAD_REQUEST, "The first line does not name the columns", detail)
                .build();
    }

    static HttpProblem tooLarge(long most) {
        return problem(
                        "body-too-large",
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "Request Entity Too Large",
                        "At most " + most + " bytes after decompression")
                .build();
    }

    static HttpProblem unknownCoding(String coding) {
        return problem(
                        "content-encoding",
                        Status.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported Content-Encoding",
                        "Only gzip is understood, not " + coding)
                .withHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .build();
    }

    /** The same problem, with what is committed of a stream in spite of it. */
    static HttpProblem within(HttpProblem problem, StreamResult committed) {
        return HttpProblem.builder(problem).with("committed", committed).build();
    }

    /** What a problem says, where it is not the answer itself. */
    static StreamResult.StreamProblem told(HttpProblem problem) {
        return new StreamResult.StreamProblem(
                problem.getType().toString(), problem.getTitle(), problem.getStatusCode(), problem.getDetail());
    }

    private static HttpProblem.Builder problem(String type, StatusType status, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + type))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail);
    }
}

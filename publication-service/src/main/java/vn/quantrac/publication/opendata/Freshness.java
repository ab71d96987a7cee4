package vn.quantrac.publication.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Answers "not modified" while no feed has moved and the minute is the same: time alone can make a station offline. */
@ApplicationScoped
class Freshness {
    private static final int MAX_AGE_SECONDS = 5;

    private final Jdbi jdbi;
    private final Clock clock;

    Freshness(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Response answer(Request request, String mediaType, Supplier<Object> body) {
        EntityTag tag = tag(mediaType);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(body.get(), mediaType).tag(tag);
        CacheControl cache = new CacheControl();
        cache.setMaxAge(MAX_AGE_SECONDS);
        cache.setNoTransform(false);
        return answer.cacheControl(cache).header("Vary", "Accept").build();
    }

    private EntityTag tag(String mediaType) {
        List<Long> positions =
                jdbi.withHandle(handle -> handle.createQuery("select cursor from feed_position order by feed")
                        .mapTo(Long.class)
                        .list());
        long minute = clock.millis() / 60_000;
        return new EntityTag(
                "%s.%d.%x"
                        .formatted(
                                positions.stream()
                                        .map(Object::toString)
                                        .reduce((a, b) -> a + "-" + b)
                                        .orElse("0"),
                                minute,
                                mediaType.hashCode()),
                true);
    }
}

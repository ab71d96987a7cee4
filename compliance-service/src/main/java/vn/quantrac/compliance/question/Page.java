package vn.quantrac.compliance.question;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * A piece of a list.
 *
 * @param next address of the piece that follows, relative to the host; null after the last
 */
public record Page<T>(List<T> items, String next) {

    /** A page with a link to the next one if it is full. */
    public static <T> Page<T> of(List<T> items, int limit, UriInfo asked, Function<T, Place> place) {
        if (items.size() < limit) {
            return new Page<>(items, null);
        }
        URI next = asked.getRequestUriBuilder()
                .replaceQueryParam("after", "{after}")
                .build(place.apply(items.get(items.size() - 1)).toString());
        return new Page<>(items, next.getRawPath() + "?" + next.getRawQuery());
    }
}

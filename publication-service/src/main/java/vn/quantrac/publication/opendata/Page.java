package vn.quantrac.publication.opendata;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of a list.
 *
 * @param next address of the piece that follows, relative to the host; null after the last
 */
public record Page<T>(String attribution, List<T> items, String next) {

    /** A page with a link to the next one if it is full. */
    static <T> Page<T> of(List<T> items, int limit, UriInfo asked, Function<T, Object> place) {
        String next = items.size() < limit ? null : next(asked, place.apply(items.get(items.size() - 1)));
        return new Page<>(Terms.ATTRIBUTION, items, next);
    }

    private static String next(UriInfo asked, Object after) {
        String same = asked.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("after"))
                .map(parameter -> encoded(parameter.getKey()) + "="
                        + encoded(parameter.getValue().get(0)) + "&")
                .collect(Collectors.joining());
        return asked.getRequestUri().getRawPath() + "?" + same + "after=" + encoded(after.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

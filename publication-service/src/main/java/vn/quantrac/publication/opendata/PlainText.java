package vn.quantrac.publication.opendata;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses control characters in parameters: nothing that is asked for has one, and PostgreSQL takes no NUL. */
final class PlainText {
    @ServerRequestFilter
    void check(UriInfo asked) {
        Stream.of(asked.getPathParameters(), asked.getQueryParameters())
                .flatMap(parameters -> parameters.values().stream())
                .flatMap(List::stream)
                .filter(text -> text.chars().anyMatch(Character::isISOControl))
                .findAny()
                .ifPresent(text -> {
                    throw Problems.badParameter("a parameter holds a control character");
                });
    }
}

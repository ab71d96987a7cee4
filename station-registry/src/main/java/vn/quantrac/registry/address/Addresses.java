package vn.quantrac.registry.address;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** Addresses as answers say them: without the host, for callers come through the gateway and know another one. */
public final class Addresses {
    private Addresses() {}

    /** Path and query, encoded. */
    public static String relative(UriBuilder address) {
        URI whole = address.build();
        return whole.getRawQuery() == null ? whole.getRawPath() : whole.getRawPath() + "?" + whole.getRawQuery();
    }

    /** 201 with a Location; {@link Response#created} would put the service's own host before it. */
    public static Response.ResponseBuilder created(UriBuilder address) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, relative(address));
    }
}

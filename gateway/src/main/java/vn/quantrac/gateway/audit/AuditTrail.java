package vn.quantrac.gateway.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One line in the log {@code gateway.access} and one count per request. Neither query nor headers are written, so no
 * token and no secret can get there.
 */
@Singleton
public final class AuditTrail {
    private static final Logger LOG = Logger.getLogger("gateway.access");
    private static final String ENTRY = AuditTrail.class.getName();

    private final MeterRegistry meters;

    @Inject
    AuditTrail(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Starts the entry of a request, which is written when the answer has been sent or the connection has ended. */
    public void begin(RoutingContext exchange, String route) {
        AuditEntry entry = new AuditEntry(UUID.randomUUID().toString(), route, System.nanoTime());
        exchange.put(ENTRY, entry);
        exchange.response().putHeader("X-Request-Id", entry.requestId());
        exchange.addEndHandler(end -> write(exchange, entry, end.succeeded()));
    }

    /** Names who makes the request, once that is known. */
    public void caller(RoutingContext exchange, String caller) {
        entry(exchange).setCaller(caller);
    }

    /** The id by which the request is found in the logs of all services. */
    public String requestId(RoutingContext exchange) {
        return entry(exchange).requestId();
    }

    private static AuditEntry entry(RoutingContext exchange) {
        return exchange.get(ENTRY);
    }

    private void write(RoutingContext exchange, AuditEntry entry, boolean complete) {
        Duration took = Duration.ofNanos(System.nanoTime() - entry.startNanos());
        int status = exchange.response().getStatusCode();
        meters.timer("gateway.requests", "route", entry.route(), "status", status / 100 + "xx")
                .record(took);
        LOG.infof(
                "%s %s %d%s caller=%s ms=%d bytes=%d from=%s id=%s",
                exchange.request().method(),
                OneLine.of(exchange.request().path()),
                status,
                complete ? "" : " broken off",
                OneLine.of(entry.caller()),
                took.toMillis(),
                exchange.response().bytesWritten(),
                exchange.request().remoteAddress().hostAddress(),
                entry.requestId());
    }
}

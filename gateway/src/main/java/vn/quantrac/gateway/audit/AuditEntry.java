package vn.quantrac.gateway.audit;

/** What is known of a request before its answer. */
final class AuditEntry {
    private final String requestId;
    private final String route;
    private final long startNanos;
    private String caller = "anonymous";

    AuditEntry(String requestId, String route, long startNanos) {
        this.requestId = requestId;
        this.route = route;
        this.startNanos = startNanos;
    }

    String requestId() {
        return requestId;
    }

    String route() {
        return route;
    }

    long startNanos() {
        return startNanos;
    }

    String caller() {
        return caller;
    }

    void setCaller(String caller) {
        this.caller = caller;
    }
}

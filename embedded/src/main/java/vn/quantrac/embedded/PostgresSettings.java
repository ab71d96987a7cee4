package vn.quantrac.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** How the server is set up for a laptop; the names are PostgreSQL's own. */
final class PostgresSettings {
    private static final Map<String, String> LAPTOP = Map.of(
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "max_connections", "200",
            "checkpoint_timeout", "15min",
            "log_min_messages", "warning",
            "log_checkpoints", "off",
            "password_encryption", "scram-sha-256",
            // Everything signs in over TCP, and a socket in a shared folder would be in the way of others.
            "unix_socket_directories", "");

    private PostgresSettings() {}

    static void apply(EmbeddedPostgres.Builder builder, boolean durable) {
        LAPTOP.forEach(builder::setServerConfig);
        // The library switches both off by itself, which would make an acknowledgement after the commit a lie.
        builder.setServerConfig("fsync", durable ? "on" : "off");
        builder.setServerConfig("synchronous_commit", durable ? "on" : "off");
        // Sorts the same on every machine, without the locales of the system.
        builder.setLocaleConfig("locale", "C");
        builder.setLocaleConfig("locale-provider", "builtin");
        builder.setLocaleConfig("builtin-locale", "C.UTF-8");
    }
}

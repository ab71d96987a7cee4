package vn.quantrac.embedded;

import java.nio.file.Path;

/**
 * Where Keycloak listens, what it calls itself and where it keeps its data.
 *
 * @param port HTTP on localhost
 * @param managementPort health and metrics on localhost
 * @param publicUrl the address that people see and that tokens carry as issuer, {@code …/auth}
 * @param database JDBC address of its own PostgreSQL database
 * @param home a folder for imported realms and temporary files
 * @param realms imported when the database does not have them
 */
public record KeycloakOptions(
        int port,
        int managementPort,
        String publicUrl,
        String database,
        String databaseUser,
        String databasePassword,
        Path home,
        KeycloakRealms realms) {
    @Override
    public String toString() {
        return "Keycloak on port " + port + " as " + publicUrl;
    }
}

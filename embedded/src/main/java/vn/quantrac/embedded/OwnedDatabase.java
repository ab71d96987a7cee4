package vn.quantrac.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A database with a user of its own, closed to everybody else. */
record OwnedDatabase(String name, String user, String password) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    OwnedDatabase {
        requireName(name);
        requireName(user);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a database or user: " + name);
        }
    }

    void createWith(Connection connection) throws SQLException {
        boolean userExists = exists(connection, "select 1 from pg_roles where rolname = ?", user);
        try (Statement statement = connection.createStatement()) {
            statement.execute((userExists ? "alter" : "create") + " role " + user + " login password "
                    + quoted(connection, password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + user);
            }
            statement.execute("revoke connect, temporary on database " + name + " from public");
            statement.execute("revoke connect, temporary on database postgres from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static String quoted(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_literal(?)")) {
            statement.setString(1, text);
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getString(1);
        }
    }
}

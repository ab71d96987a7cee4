package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/** The user {@code postgres}, whose generated password is kept in the data directory, readable by its owner only. */
record SuperUser(Path data, String password) {
    private static final String PASSWORDS_ONLY = """
            # Everybody signs in by password, the superuser too.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    static SuperUser of(Path data) {
        try {
            Path file = file(data);
            return new SuperUser(data, Files.exists(file) ? Files.readString(file) : generated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("quantrac.password");
    }

    private static String generated() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Written after initdb, which wants an empty directory. */
    void remember() {
        try {
            if (!Files.exists(file(data))) {
                Files.createFile(
                        file(data), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file(data), password);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the password-less access that initdb leaves; the file is written last, so a crash before it repeats the step. */
    void requirePasswords(DataSource asSuperUser) throws IOException, SQLException {
        Path access = data.resolve("pg_hba.conf");
        if (Files.readString(access).equals(PASSWORDS_ONLY)) {
            return;
        }
        try (Connection connection = asSuperUser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(access, PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        }
    }
}

package vn.quantrac.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @Test
    void data_survives_a_stop_and_a_kill(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        int port = Ports.free();
        try (Postgres postgres = Postgres.start(data, port)) {
            postgres.createDatabase("river", "river", "first");
            execute(postgres, "first", "create table level (metres numeric)", "insert into level values (1)");
        }
        try (Postgres postgres = Postgres.start(data, port)) {
            execute(postgres, "first", "insert into level values (2)");
            postgres.kill();
            assertThatThrownBy(() -> execute(postgres, "first", "select 1")).isInstanceOf(SQLException.class);
            postgres.restart();
            assertThat(query(postgres, "first", "select sum(metres) from level"))
                    .isEqualTo("3");
        }
    }

    @Test
    void a_server_left_by_a_killed_run_is_replaced(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        Postgres leftOver = Postgres.start(data, 0);
        leftOver.createDatabase("river", "river", "first");
        LeftOverServer server = LeftOverServer.of(data).orElseThrow();
        try (Postgres postgres = Postgres.start(data, leftOver.port())) {
            assertThat(server.postmaster().isAlive()).isFalse();
            assertThat(query(postgres, "first", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_pid_file_that_names_another_process_does_not_block_the_start(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        Postgres.start(data, 0).close();
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        try (Postgres postgres = Postgres.start(data, 0)) {
            postgres.createDatabase("river", "river", "first");
            assertThat(query(postgres, "first", "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_database_is_open_to_its_own_user_and_password_only() throws Exception {
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase("river", "river", "it's secret");
            postgres.createDatabase("lake", "lake", "other");
            postgres.createDatabase("river", "river", "changed'; drop");
            assertThat(query(postgres, "changed'; drop", "select current_user")).isEqualTo("river");
            assertThatThrownBy(() -> query(postgres, "it's secret", "select 1"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("river"), "lake", "other"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_durable_server_waits_for_the_disk(@TempDir Path folder) throws Exception {
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"), 0)) {
            postgres.createDatabase("river", "river", "first");
            assertThat(query(postgres, "first", "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "first", "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void a_name_that_is_no_plain_identifier_is_refused() {
        assertThatThrownBy(() -> new OwnedDatabase("a; drop", "a", "b"))
                .hasMessage("Not a name for a database or user: a; drop");
    }

    private static void execute(Postgres postgres, String password, String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("river"), "river", password);
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String query(Postgres postgres, String password, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("river"), "river", password);
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}

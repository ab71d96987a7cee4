package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.file.SftpDoor;

/** What a logger puts by SFTP; its client's {@code put} returns when the close of the file was answered. */
@QuarkusTest
@RealParts
class SftpDoorIT {
    @Inject
    SftpDoor door;

    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();
    private final String name = Tt10.fileName(PAPER_MILL, time);
    private final String whole = Tt10.text(time, "COD→58.7→mg/L", "TSS→31.2→mg/L", "NH4→1.84→mg/L");
    private Session session;
    private ChannelSftp logger;

    @BeforeEach
    void signIn() throws Exception {
        Eventually.holds(() -> {
            try {
                connected(AIR, secretOf(AIR)).disconnect();
                return true;
            } catch (JSchException e) {
                return false;
            }
        });
        reconnect();
    }

    @AfterEach
    void leave() {
        session.disconnect();
    }

    private void reconnect() throws Exception {
        if (session != null) {
            session.disconnect();
        }
        session = connected(PAPER_MILL, secretOf(PAPER_MILL));
        logger = (ChannelSftp) session.openChannel("sftp");
        logger.connect(10_000);
    }

    private Session connected(String user, String secret) throws JSchException {
        Session connection = new JSch().getSession(user, "localhost", door.port());
        connection.setPassword(secret);
        connection.setConfig("StrictHostKeyChecking", "no");
        connection.setConfig("PreferredAuthentications", "password");
        connection.connect(10_000);
        return connection;
    }

    private void put(String path, String text) throws SftpException {
        logger.put(Ftp.bytes(text), path);
    }

    @Test
    void a_file_is_acknowledged_after_the_commit_and_not_before() throws Exception {
        CompletableFuture<Void> stored;
        try (Handle blocked = intaken.blockCommits()) {
            stored = CompletableFuture.runAsync(() -> {
                try {
                    put(name, whole);
                } catch (SftpException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> stored.get(1500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            blocked.rollback();
        }
        stored.get(10, TimeUnit.SECONDS);
        allIsIn();
        assertThat(intaken.content("/" + name)).isEqualTo(whole);
    }

    @Test
    void every_folder_exists_and_a_file_may_be_renamed_afterwards() throws Exception {
        logger.mkdir("Nam 2026");
        logger.cd("Nam 2026/thang 11/ngay 25");
        assertThat(logger.pwd()).isEqualTo("/Nam 2026/thang 11/ngay 25");
        put(name + ".part", whole);
        logger.rename(name + ".part", name);
        SftpATTRS attributes = logger.stat(name);
        assertThat(attributes.getSize()).isEqualTo(whole.length());
        assertThat(attributes.isDir()).isFalse();
        logger.setMtime(name, 1_000_000);
        logger.chmod(0600, name);
        assertThat(logger.ls(".").stream().map(LsEntry::getFilename)).containsExactly(name);
        allIsIn();
    }

    @Test
    void paths_do_not_lead_out_of_the_place() throws Exception {
        logger.cd("/");
        put("../../../../etc/" + name, whole);
        assertThat(intaken.content("/etc/" + name)).isEqualTo(whole);
        assertThat(logger.realpath("/../..")).isEqualTo("/");
        assertThatThrownBy(() -> logger.stat("/etc/host.conf")).hasMessageContaining("No such file");
        assertThat(logger.ls("/etc").stream().map(LsEntry::getFilename)).containsExactly(name);
    }

    @Test
    void nothing_is_given_back_or_deleted_and_nothing_but_files_is_served() throws Exception {
        put(name, whole);
        assertThatThrownBy(() -> logger.get(name).read()).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> logger.get("/etc/passwd").read()).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> logger.rm(name)).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> logger.symlink("/etc/passwd", "x")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> logger.readlink("/etc/passwd")).isInstanceOf(SftpException.class);
        assertThat(logger.stat(name).getSize()).isEqualTo(whole.length());
        ChannelExec command = (ChannelExec) session.openChannel("exec");
        command.setCommand("id");
        assertThatThrownBy(() -> command.connect(5_000)).isInstanceOf(JSchException.class);
    }

    @Test
    void a_wrong_secret_does_not_enter() {
        assertThatThrownBy(() -> connected(PAPER_MILL, secretOf(AIR))).hasMessageContaining("Auth fail");
        assertThatThrownBy(() -> connected("root", "root")).hasMessageContaining("Auth fail");
    }

    @Test
    void what_a_broken_connection_brought_is_kept_and_resumed() throws Exception {
        int half = whole.indexOf("31.2") + 2;
        OutputStream file = logger.put(name, ChannelSftp.OVERWRITE);
        file.write(whole.substring(0, half).getBytes(StandardCharsets.UTF_8));
        file.flush();
        Eventually.holds(() -> logger.stat("/") != null);
        session.disconnect();
        Eventually.holds(() -> !intaken.revisions(PAPER_MILL, "COD", time).isEmpty());
        reconnect();
        assertThat(logger.stat(name).getSize()).isEqualTo(half);
        logger.put(Ftp.bytes(whole), name, ChannelSftp.RESUME);
        assertThat(logger.stat(name).getSize()).isEqualTo(whole.length());
        assertThat(intaken.content("/" + name + ";from=" + whole.indexOf("TSS")))
                .isEqualTo(whole.substring(whole.indexOf("TSS")));
        allIsIn();
    }

    @Test
    void a_file_is_appended_to() throws Exception {
        List<String> lines = whole.lines().map(line -> line + "\r\n").toList();
        for (String line : lines) {
            logger.put(Ftp.bytes(line), name, ChannelSftp.APPEND);
            reconnect();
        }
        assertThat(logger.stat(name).getSize()).isEqualTo(whole.length());
        assertThat(intaken.content(
                        "/" + name + ";from=" + (whole.length() - lines.get(2).length())))
                .isEqualTo(lines.get(2));
        allIsIn();
    }

    @Test
    void an_empty_file_is_quarantined_and_what_is_too_large_is_refused() throws Exception {
        put(name, "");
        assertThat(intaken.quarantined("/" + name)).containsExactly(PAPER_MILL + " empty");
        assertThatThrownBy(() -> put("large.txt", "x".repeat(9 << 20))).isInstanceOf(SftpException.class);
        reconnect();
        put(name, whole);
        allIsIn();
    }

    private void allIsIn() {
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("31.2 00");
        assertThat(intaken.revisions(PAPER_MILL, "NH4", time)).containsExactly("1.84 00");
    }
}

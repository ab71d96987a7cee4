package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.file.FtpDoor;

/** What a logger uploads, from USER to 226. */
@QuarkusTest
@RealParts
class FtpDoorIT {
    @Inject
    FtpDoor door;

    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Ftp.ready(door.port(), AIR);
    }

    @Test
    void a_file_is_acknowledged_after_the_commit_and_not_before() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        CompletableFuture<Boolean> stored;
        try (Handle blocked = intaken.blockCommits()) {
            stored = CompletableFuture.supplyAsync(() -> put(logger, Tt10.fileName(PAPER_MILL, time), "COD→58.7→mg/L"));
            assertThatThrownBy(() -> stored.get(1500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            blocked.rollback();
        }
        assertThat(stored.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(logger.getReplyCode()).isEqualTo(226);
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00");
        logger.disconnect();
    }

    @Test
    void the_bytes_are_kept_also_in_ascii_mode() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        logger.setFileType(FTP.ASCII_FILE_TYPE);
        String name = Tt10.fileName(PAPER_MILL, time);
        assertThat(put(logger, name, "COD→5→mg/L")).isTrue();
        assertThat(intaken.content("/" + name)).isEqualTo(Tt10.text(time, "COD→5→mg/L"));
        logger.disconnect();
    }

    @Test
    void every_folder_exists_and_a_file_may_be_renamed_afterwards() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        assertThat(logger.makeDirectory("2026")).isTrue();
        assertThat(logger.changeWorkingDirectory("2026/Thang11/Ngay24")).isTrue();
        String name = Tt10.fileName(PAPER_MILL, time);
        assertThat(put(logger, name + ".tmp", "COD→5→mg/L", "TSS→6→mg/L")).isTrue();
        assertThat(logger.rename(name + ".tmp", name)).isTrue();
        assertThat(logger.listNames()).containsExactly(name);
        assertThat(logger.getSize(name)).isEqualTo("60");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("6 00");
        logger.disconnect();
    }

    /** DOMAIN 1.1 has them from the field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HG_GIAY_NUO001/2026/11/24",
                "HG_GIAY_NUO001",
                "20261124",
                "2026/Thang11/20261124",
                "2026/Thang11/Ngay24",
                "2026-11-24",
                "2026/Thang11/24112026",
                "2026_11_24",
                "2026/11/24112026",
                "Nam 2026/thang 11/ngay 24",
                "Năm 2026/Tháng 11"
            })
    void every_layout_of_folders_is_taken(String folder) throws Exception {
        FTPClient logger = Ftp.connected(door.port());
        logger.login(PAPER_MILL, secretOf(PAPER_MILL));
        String whole = Tt10.fileName(PAPER_MILL, time);
        assertThat(put(logger, "/" + folder + "/" + whole, "COD→5→mg/L")).isTrue();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
        String stepwise = Tt10.fileName(PAPER_MILL, time.plusSeconds(1));
        for (String name : folder.split("/")) {
            assertThat(logger.makeDirectory(name)).isTrue();
            assertThat(logger.changeWorkingDirectory(name)).isTrue();
        }
        assertThat(put(logger, stepwise, "TSS→6→mg/L")).isTrue();
        assertThat(logger.changeWorkingDirectory("../../../..")).isTrue();
        assertThat(logger.printWorkingDirectory()).isEqualTo("/");
        assertThat(intaken.content("/" + folder + "/" + stepwise)).isEqualTo(Tt10.text(time, "TSS→6→mg/L"));
        logger.disconnect();
    }

    @Test
    void a_file_of_another_station_is_quarantined() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        String name = Tt10.fileName(AIR, time);
        assertThat(put(logger, name, "PM10→5→ug/m3")).isTrue();
        assertThat(intaken.quarantined("/" + name)).containsExactly(PAPER_MILL + " foreign-station");
        assertThat(intaken.revisions(AIR, "PM10", time)).isEmpty();
        logger.disconnect();
    }

    @Test
    void an_empty_file_and_a_half_of_one_are_quarantined_and_the_whole_one_comes_later() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        String name = Tt10.fileName(PAPER_MILL, time);
        assertThat(put(logger, name)).isTrue();
        assertThat(intaken.quarantined("/" + name)).containsExactly(PAPER_MILL + " empty");
        String whole = Tt10.text(time, "COD→5→mg/L", "TSS→6→mg/L");
        assertThat(Ftp.put(logger, name, whole.substring(0, whole.length() - 12)))
                .isTrue();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).isEmpty();
        assertThat(Ftp.put(logger, name, whole)).isTrue();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("6 00");
        logger.disconnect();
    }

    @Test
    void the_time_of_the_line_holds_whatever_the_files_name_says() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        Instant later = SampleTimes.next();
        String name = Tt10.fileName(PAPER_MILL, time.plusSeconds(365L * 86_400))
                .toLowerCase(Locale.ROOT)
                .replace(".txt", ".TXT");
        String text = "\uFEFF" + Tt10.text(time, "cod→5→mg/L", "N-NH4→1,5→mg/L") + Tt10.text(later, "Amoni→2→mg/L");
        assertThat(Ftp.put(logger, name, text)).isTrue();
        assertThat(intaken.quarantined("/" + name)).isEmpty();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
        assertThat(intaken.revisions(PAPER_MILL, "NH4", time)).containsExactly("1.5 00");
        assertThat(intaken.revisions(PAPER_MILL, "NH4", later)).containsExactly("2 00");
        logger.disconnect();
    }

    @Test
    void a_second_line_with_another_value_is_its_revision_and_the_order_is_kept() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        String name = Tt10.fileName(PAPER_MILL, time);
        assertThat(put(logger, name, "COD→58.7→mg/L", "COD→60.1→mg/L")).isTrue();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00", "60.1 00");
        logger.disconnect();
    }

    @Test
    void what_is_too_large_is_refused() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        assertThat(Ftp.put(logger, "large.txt", "x".repeat(9 << 20))).isFalse();
        assertThat(logger.getReplyCode()).isEqualTo(552);
        logger.disconnect();
    }

    @Test
    void nothing_is_given_back_and_a_wrong_secret_does_not_enter() throws Exception {
        FTPClient logger = Ftp.as(door.port(), PAPER_MILL);
        String name = Tt10.fileName(PAPER_MILL, time);
        put(logger, name, "COD→5→mg/L");
        assertThat(logger.retrieveFileStream(name)).isNull();
        assertThat(logger.deleteFile(name)).isFalse();
        logger.disconnect();
        FTPClient stranger = Ftp.connected(door.port());
        assertThat(stranger.login(PAPER_MILL, secretOf(AIR))).isFalse();
        assertThat(stranger.login("anonymous", "a@b")).isFalse();
        stranger.disconnect();
    }

    private boolean put(FTPClient logger, String name, String... readings) {
        return Ftp.put(logger, name, Tt10.text(time, readings));
    }
}

package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.file.FtpDoor;

/** A logger whose connection broke, or that adds to one file all day. */
@QuarkusTest
@RealParts
class FtpResumeIT {
    @Inject
    FtpDoor door;

    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();
    private final String name = Tt10.fileName(PAPER_MILL, time);
    private final String whole = Tt10.text(time, "COD→58.7→mg/L", "TSS→31.2→mg/L", "NH4→1.84→mg/L");
    private FTPClient logger;

    @BeforeEach
    void signIn() throws Exception {
        Ftp.ready(door.port(), PAPER_MILL);
        logger = Ftp.as(door.port(), PAPER_MILL);
    }

    @AfterEach
    void leave() throws Exception {
        logger.disconnect();
    }

    private void reconnect() throws Exception {
        logger.disconnect();
        logger = Ftp.as(door.port(), PAPER_MILL);
    }

    @Test
    void a_broken_upload_is_not_acknowledged_but_kept_and_resumed_in_a_new_session() throws Exception {
        int half = whole.indexOf("31.2") + 2;
        assertThat(Ftp.putAndBreak(logger, name, whole.substring(0, half))).isEqualTo(426);
        reconnect();
        long size = Long.parseLong(logger.getSize(name));
        assertThat(size).isLessThanOrEqualTo(half);
        logger.setRestartOffset(size);
        assertThat(Ftp.put(logger, name, whole.substring((int) size))).isTrue();
        assertThat(logger.getSize(name)).isEqualTo(Integer.toString(whole.length()));
        allIsIn();
    }

    @Test
    void a_file_that_ends_within_a_line_is_completed_by_rest_and_stor() throws Exception {
        int half = whole.indexOf("31.2") + 2;
        assertThat(Ftp.put(logger, name, whole.substring(0, half))).isTrue();
        assertThat(intaken.quarantined("/" + name)).containsExactly(PAPER_MILL + " bad-line");
        reconnect();
        assertThat(logger.getSize(name)).isEqualTo(Integer.toString(half));
        logger.setRestartOffset(half);
        assertThat(Ftp.put(logger, name, whole.substring(half))).isTrue();
        int line = whole.indexOf("TSS");
        assertThat(intaken.content("/" + name + ";from=" + line)).isEqualTo(whole.substring(line));
        assertThat(intaken.quarantined("/" + name + ";from=" + line)).isEmpty();
        allIsIn();
    }

    @Test
    void a_file_that_ends_within_a_line_is_completed_by_appending() throws Exception {
        int half = whole.indexOf("58.7") + 3;
        assertThat(Ftp.put(logger, name, whole.substring(0, half))).isTrue();
        reconnect();
        assertThat(Ftp.append(logger, name, whole.substring(half))).isTrue();
        allIsIn();
        assertThat(logger.getSize(name)).isEqualTo(Integer.toString(whole.length()));
    }

    @Test
    void a_logger_that_appends_its_cut_off_line_once_more_is_understood() throws Exception {
        int half = whole.indexOf("31.2") + 2;
        assertThat(Ftp.put(logger, name, whole.substring(0, half))).isTrue();
        assertThat(Ftp.append(logger, name, whole.substring(whole.indexOf("TSS"))))
                .isTrue();
        allIsIn();
    }

    @Test
    void a_file_of_a_day_is_appended_to_without_being_stored_again() throws Exception {
        StringBuilder day = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String line = Tt10.text(time.plusSeconds(i), "COD→" + i + "→mg/L");
            assertThat(Ftp.append(logger, name, line)).isTrue();
            assertThat(intaken.content("/" + name + (day.isEmpty() ? "" : ";from=" + day.length())))
                    .isEqualTo(line);
            day.append(line);
            if (i % 5 == 0) {
                reconnect();
            }
        }
        assertThat(logger.getSize(name)).isEqualTo(Integer.toString(day.length()));
        assertThat(logger.getModificationTime(name)).isNotBlank();
        for (int i = 0; i < 20; i++) {
            assertThat(intaken.revisions(PAPER_MILL, "COD", time.plusSeconds(i)))
                    .containsExactly(i + " 00");
        }
    }

    @Test
    void json_that_broke_off_is_understood_when_it_is_whole() throws Exception {
        String json =
                "{\"readings\":[\n{\"parameter\":\"COD\",\"time\":\"" + time + "\",\"value\":5,\"status\":\"00\"}]}";
        assertThat(Ftp.put(logger, name, json.substring(0, 40))).isTrue();
        assertThat(Ftp.append(logger, name, json.substring(40))).isTrue();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
    }

    @Test
    void a_resume_beyond_the_end_is_refused_and_says_where_the_end_is() throws Exception {
        assertThat(Ftp.put(logger, name, whole)).isTrue();
        logger.setRestartOffset(whole.length() + 1);
        assertThat(Ftp.put(logger, name, "x")).isFalse();
        assertThat(logger.getReplyString()).startsWith("554").contains(Integer.toString(whole.length()));
        assertThat(Ftp.put(logger, name, whole)).isTrue();
    }

    @Test
    void a_resume_within_an_earlier_part_is_understood_from_that_line_on() throws Exception {
        int second = whole.indexOf("TSS");
        int third = whole.indexOf("NH4");
        assertThat(Ftp.put(logger, name, whole.substring(0, second))).isTrue();
        assertThat(Ftp.append(logger, name, whole.substring(second, third))).isTrue();
        assertThat(Ftp.append(logger, name, whole.substring(third))).isTrue();
        reconnect();
        int within = second + 5;
        logger.setRestartOffset(within);
        assertThat(Ftp.put(logger, name, whole.substring(within))).isTrue();
        assertThat(intaken.quarantined("/" + name + ";from=" + second)).isEmpty();
        allIsIn();
    }

    @Test
    void nobody_names_a_file_as_parts_are_named() throws Exception {
        assertThat(Ftp.put(logger, name + ";from=12", whole)).isFalse();
        assertThat(logger.getReplyCode()).isEqualTo(553);
    }

    private void allIsIn() {
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("31.2 00");
        assertThat(intaken.revisions(PAPER_MILL, "NH4", time)).containsExactly("1.84 00");
    }
}

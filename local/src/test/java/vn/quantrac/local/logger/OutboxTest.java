package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:02:30Z");
    private static final SampleTime TWO_HOURS = new SampleTime(Duration.ofHours(2), 1);

    @TempDir
    Path folder;

    @Test
    void the_newest_goes_first_and_then_the_backlog_hour_by_hour() throws IOException {
        Outbox outbox = outbox(NOW);

        assertThat(outbox.next(NOW)).containsExactly(time("10:00"));
        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox.next(NOW)).hasSize(12).startsWith(time("08:05")).endsWith(time("09:00"));
        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox.next(NOW)).hasSize(11).startsWith(time("09:05")).endsWith(time("09:55"));
        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox.next(NOW)).isEmpty();
        assertThat(outbox.following(NOW)).isEqualTo(time("10:05"));
    }

    @Test
    void what_is_not_acknowledged_is_due_again() throws IOException {
        Outbox outbox = outbox(NOW);
        outbox.acknowledged(outbox.next(NOW));
        List<Instant> lost = outbox.next(NOW);

        assertThat(outbox.next(NOW)).isEqualTo(lost);
    }

    @Test
    void the_live_ones_go_on_while_the_backlog_is_sent_and_nothing_is_left_out() throws IOException {
        Outbox outbox = outbox(NOW);
        TreeSet<Instant> sent = new TreeSet<>();
        Instant now = NOW;
        int telegrams = 0;
        for (List<Instant> next = outbox.next(now); !next.isEmpty(); next = outbox.next(now)) {
            outbox.acknowledged(next);
            assertThat(sent.addAll(next)).isTrue();
            telegrams++;
            now = now.plus(Duration.ofMinutes(telegrams < 4 ? 5 : 0));
        }

        List<Instant> all = new ArrayList<>();
        for (Instant time = time("08:05"); !time.isAfter(now); time = time.plus(Outbox.INTERVAL)) {
            all.add(time);
        }
        assertThat(sent).containsExactlyElementsOf(all);
        assertThat(outbox.until()).isEqualTo(sent.last());
    }

    @Test
    void the_next_run_goes_on_where_this_one_has_left_no_gap() throws IOException {
        Outbox outbox = outbox(NOW);
        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox(NOW).until()).as("a gap before the newest").isEqualTo(time("08:00"));

        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox(NOW).until()).isEqualTo(time("09:00"));
        outbox.acknowledged(outbox.next(NOW));
        assertThat(outbox(NOW.plus(Duration.ofDays(3))).until()).isEqualTo(time("10:00"));
    }

    @Test
    void it_goes_no_further_back_than_a_logger_remembers() throws IOException {
        new AcknowledgedUntil(folder, "HG_XANO_NUO001").write(NOW.minus(Duration.ofDays(300)));

        assertThat(outbox(NOW).until()).isEqualTo(time("10:00").minus(Duration.ofDays(60)));
    }

    @Test
    void a_file_that_holds_no_time_counts_as_none() throws IOException {
        Files.writeString(folder.resolve("HG_XANO_NUO001"), "");

        assertThat(outbox(NOW).until()).isEqualTo(time("08:00"));
    }

    private Outbox outbox(Instant now) throws IOException {
        return Outbox.in(new AcknowledgedUntil(folder, "HG_XANO_NUO001"), now, TWO_HOURS);
    }

    private static Instant time(String hourAndMinute) {
        return Instant.parse("2026-11-24T" + hourAndMinute + ":00Z");
    }
}

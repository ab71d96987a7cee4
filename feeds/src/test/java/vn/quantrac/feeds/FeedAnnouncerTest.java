package vn.quantrac.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class FeedAnnouncerTest {
    private final ObjectMapper json = FeedJson.mapper();
    private final Jdbi jdbi = Jdbi.create(FeedDatabase.create());
    private final EventTableFeed feed = new EventTableFeed("test", jdbi, json);
    private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();

    @Test
    void what_was_appended_is_said_and_of_a_backlog_only_how_far_it_goes() throws Exception {
        append(3);
        try (FeedAnnouncer announcer = new FeedAnnouncer(feed, said::add, event -> true, json)) {
            announcer.start();
            append(2);
            announcer.changed();
            FeedAnnouncement few = next();
            assertThat(few.before()).isEqualTo(3);
            assertThat(few.after()).isEqualTo(5);
            assertThat(few.events()).hasSize(2);

            append(7_000);
            announcer.changed();
            FeedAnnouncement backlog = next();
            assertThat(backlog.before()).isEqualTo(5);
            assertThat(backlog.after()).isEqualTo(7_005);
            assertThat(backlog.events()).isNull();

            append(1);
            announcer.changed();
            assertThat(next().events()).hasSize(1);
        }
    }

    private void append(int events) {
        List<FeedChange> changes = Collections.nCopies(events, new FeedChange("t", "key", Map.of()));
        jdbi.useTransaction(handle -> feed.append(handle, changes));
    }

    private FeedAnnouncement next() throws InterruptedException, IOException {
        byte[] message = said.poll(20, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return json.readValue(message, FeedAnnouncement.class);
    }
}

package vn.quantrac.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.FeedServer;

/** Waits until the service has taken in what was said. */
final class Published {
    private Published() {}

    static void await(Jdbi jdbi, FeedServer feeds) {
        await(() -> jdbi.withHandle(handle -> handle.createQuery("select cursor from feed_position")
                        .reduceResultSet(0L, (sum, row, context) -> sum + row.getLong("cursor")))
                == feeds.head("registry") + feeds.head("readings") + feeds.head("verdicts"));
    }

    static void await(Supplier<Boolean> condition) {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.get()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

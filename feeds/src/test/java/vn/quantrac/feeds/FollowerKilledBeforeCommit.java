package vn.quantrac.feeds;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;

/** A follower in its own process that does its effect, says so, and then waits for ever inside the transaction. */
final class FollowerKilledBeforeCommit {
    private FollowerKilledBeforeCommit() {}

    static Process start(String database, String page) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FollowerKilledBeforeCommit.class.getName(),
                        database,
                        page)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var json = FeedJson.mapper();
        FeedPage page = json.readValue(arguments[1], FeedPage.class);
        CountDownLatch forEver = new CountDownLatch(1);
        FeedFollower follower = new FeedFollower(
                "test",
                Jdbi.create(arguments[0]),
                (after, limit) -> page,
                (transaction, events) -> {
                    events.forEach(
                            event -> transaction.execute("insert into effect (cursor) values (?)", event.cursor()));
                    System.out.print('E');
                    System.out.flush();
                    await(forEver);
                },
                Duration.ofSeconds(1),
                json);
        follower.start();
        forEver.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

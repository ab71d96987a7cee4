package vn.quantrac.registry.writing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import vn.quantrac.registry.feed.RegistryFeed;
import vn.quantrac.registry.problem.Problems;

/**
 * One writer at a time. A registry changes some times a day, and rules between entries, such as one name for one
 * station, hold only when nobody writes between the question and the answer.
 */
@ApplicationScoped
public class Writing {
    private final RegistryFeed feed;

    Writing(RegistryFeed feed) {
        this.feed = feed;
    }

    /** Does this in one transaction, or in the one that is open already. */
    public <T> Uni<T> alone(Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> lock().chain(locked -> work.get()))
                .onFailure(Conflicts::isOverlap)
                .transform(failure -> Problems.overlap("Another period holds at that time"))
                .invoke(feed::changed);
    }

    /** The row that also numbers the feed: a writer would wait for it anyhow, at its end. */
    private static Uni<Long> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select cursor from feed_head for update", Long.class)
                        .getSingleResult());
    }
}

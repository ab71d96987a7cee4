package vn.quantrac.feeds;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a follower does with events. It runs in the transaction that also moves the follower's position. */
@FunctionalInterface
public interface FeedEffect {
    void apply(Handle transaction, List<FeedEvent> events);
}

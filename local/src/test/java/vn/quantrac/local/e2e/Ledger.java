package vn.quantrac.local.e2e;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the loggers sent, and what of it they were told is safe. */
final class Ledger {
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledgements = new AtomicLong();

    void sent(Telegram telegram) {
        telegram.readings().forEach(reading -> sent.add(reading.asPublished(0)));
    }

    void acknowledged(Telegram telegram) {
        telegram.readings().forEach(reading -> acknowledged.add(reading.asPublished(0)));
        acknowledgements.incrementAndGet();
    }

    Set<String> sent() {
        return new HashSet<>(sent);
    }

    /** A reading is as the feed says it in its first revision. */
    Set<String> acknowledged() {
        return new HashSet<>(acknowledged);
    }

    /** How many telegrams were acknowledged. */
    long acknowledgements() {
        return acknowledgements.get();
    }
}

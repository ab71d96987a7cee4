package vn.quantrac.ingestion.retention;

import org.jdbi.v3.core.Handle;

/** The cursor from which the feed has everything that follows: before it there may be readings that were dropped. */
public final class OldestCursor {
    private OldestCursor() {}

    /** 0 where nothing was dropped. */
    public static long of(Handle handle) {
        return handle.createQuery("select coalesce(max(last_cursor), 0) from reading_retention")
                .mapTo(Long.class)
                .one();
    }
}

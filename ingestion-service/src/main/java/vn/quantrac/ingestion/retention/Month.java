package vn.quantrac.ingestion.retention;

import java.time.Instant;

/**
 * A month of readings, in UTC: a partition of its own.
 *
 * @param month such as {@code 2026-11}
 * @param state {@code kept}, {@code announced} or {@code dropped}
 * @param readings counted when it was announced or dropped, else as PostgreSQL estimates; null while it does not know
 * @param bytes with its indexes; null when it is dropped
 * @param dropAfter when it may be dropped; null while it is not announced
 */
record Month(
        String month,
        String state,
        Long readings,
        Long bytes,
        Instant announcedAt,
        Instant dropAfter,
        Instant droppedAt) {}

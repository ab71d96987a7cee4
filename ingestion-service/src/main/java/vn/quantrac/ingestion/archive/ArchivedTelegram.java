package vn.quantrac.ingestion.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a telegram besides its bytes.
 *
 * @param door {@code https}, {@code mqtt}, {@code ftp}, {@code sftp} or {@code upload}
 * @param sentBy the user who sent it; null for a logger
 * @param name file name or topic, or null
 * @param length of the content in bytes
 * @param sha256 hex, of the content
 */
public record ArchivedTelegram(
        UUID id,
        String station,
        String door,
        String sentBy,
        String name,
        int length,
        String sha256,
        Instant receivedAt,
        int accepted,
        int revised,
        int duplicate,
        int quarantined) {}

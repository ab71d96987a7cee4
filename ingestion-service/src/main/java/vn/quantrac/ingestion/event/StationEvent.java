package vn.quantrac.ingestion.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about the data of a station that somebody should know.
 *
 * @param type a slug that the README explains
 * @param parameter null when it is not of one
 * @param from time of the first reading; of what is not a reading, when it came
 * @param to time of the last reading
 * @param readings how many
 * @param receivedAt when it came, or was decided; null for what follows from many telegrams
 * @param telegram that brought it, or null
 * @param adjustment that made it, or null
 */
public record StationEvent(
        String type,
        String parameter,
        Instant from,
        Instant to,
        long readings,
        Instant receivedAt,
        UUID telegram,
        UUID adjustment) {}

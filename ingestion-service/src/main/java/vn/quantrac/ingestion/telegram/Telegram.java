package vn.quantrac.ingestion.telegram;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * What a logger sent in one piece: a file, a message or a request body.
 *
 * @param station code of the station that signed in; as the caller wrote it when no such station is known
 * @param sentBy the user who sent it; null for a logger
 * @param name file name or topic, or null
 * @param content byte for byte; not to be changed
 */
public record Telegram(
        UUID id, Door door, String station, String sentBy, String name, byte[] content, Instant receivedAt) {
    private static final int LONGEST_NAME = 500;

    public static Telegram of(Door door, String station, String name, byte[] content, Instant receivedAt) {
        return new Telegram(
                UuidCreator.getTimeOrderedEpoch(),
                door,
                Text.storable(station, LONGEST_NAME),
                null,
                name == null ? null : Text.storable(name, LONGEST_NAME),
                content,
                receivedAt);
    }

    /** The same, sent by a person. */
    public Telegram sentBy(String user) {
        return new Telegram(id, door, station, Text.storable(user, LONGEST_NAME), name, content, receivedAt);
    }

    /** The same under an id that somebody else has given. */
    public Telegram withId(UUID given) {
        return new Telegram(given, door, station, sentBy, name, content, receivedAt);
    }

    @Override
    public String toString() {
        return "Telegram " + id + " of " + station;
    }
}

package vn.quantrac.ingestion.http;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * Whose readings a stream has, and what its telegrams are called.
 *
 * @param user who sends it; empty for a logger
 * @param key null when the caller says none
 */
record StreamSender(
        UUID stream, String station, Optional<String> user, RequestKey key, StreamFormat format, Clock clock) {
    private static final String LAST = "last";

    boolean isKeyed() {
        return key != null;
    }

    Telegram telegram(Chunk chunk) {
        String name = "%s lines %d-%d%s".formatted(stream, chunk.firstLine(), chunk.lastLine(), format.nameEnd());
        Telegram telegram = Telegram.of(Door.HTTPS, station, name, chunk.content(), clock.instant());
        Telegram signed = user.map(telegram::sentBy).orElse(telegram);
        // That it is the last one is part of its name: a stream that goes on there is another one.
        return isKeyed() ? signed.withId(key.telegram(chunk.last() ? LAST : "" + chunk.number())) : signed;
    }
}

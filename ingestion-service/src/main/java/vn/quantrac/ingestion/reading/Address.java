package vn.quantrac.ingestion.reading;

import java.util.Optional;
import vn.quantrac.feeds.Topics;
import vn.quantrac.ingestion.registry.RegistrySnapshot;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Telegram;
import vn.quantrac.ingestion.telegram.TelegramFileName;

/** What the name of a telegram says about whose it is. */
final class Address {
    private Address() {}

    /** Why a telegram is not the station's own; empty when it is, or does not say. */
    static Optional<Refusal> refusal(Telegram telegram, String station, RegistrySnapshot known) {
        return switch (telegram.door()) {
            // An outside broker says whose it is by the topic alone.
            case HTTPS, BROKER -> Optional.empty();
            case MQTT ->
                Topics.stationOfReadings(telegram.name())
                        .map(named -> ofTopic(telegram, named, station, known))
                        .orElseGet(() -> Optional.of(notATopic(telegram, Reason.UNKNOWN_TOPIC, station)));
            case FTP, SFTP, UPLOAD ->
                Optional.ofNullable(telegram.name())
                        .flatMap(TelegramFileName::station)
                        .flatMap(named -> ofFile(telegram, named, station, known));
        };
    }

    /** Why a telegram is no station's. */
    static Refusal ofNobody(Telegram telegram) {
        return telegram.door() == Door.BROKER && telegram.station().isEmpty()
                ? Refusal.whole(telegram, Reason.UNKNOWN_TOPIC, "The topic has no level that names a station")
                : Refusal.whole(telegram, Reason.UNKNOWN_STATION, "No station has the code " + telegram.station());
    }

    private static Optional<Refusal> ofTopic(Telegram telegram, String named, String station, RegistrySnapshot known) {
        boolean own =
                known.stationCode(named, telegram.receivedAt()).orElse(named).equals(station);
        return own ? Optional.empty() : Optional.of(notATopic(telegram, Reason.FOREIGN_STATION, station));
    }

    private static Refusal notATopic(Telegram telegram, Reason reason, String station) {
        return Refusal.whole(telegram, reason, "Not a topic of " + station);
    }

    private static Optional<Refusal> ofFile(Telegram telegram, String named, String station, RegistrySnapshot known) {
        Optional<String> code = known.stationCode(named, telegram.receivedAt());
        if (code.filter(station::equals).isPresent()) {
            return Optional.empty();
        }
        Reason reason = code.isPresent() ? Reason.FOREIGN_STATION : Reason.UNKNOWN_STATION;
        return Optional.of(Refusal.whole(telegram, reason, "The file name says " + named));
    }
}

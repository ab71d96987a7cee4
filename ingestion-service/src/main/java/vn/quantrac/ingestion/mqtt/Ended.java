package vn.quantrac.ingestion.mqtt;

import java.util.Optional;
import vn.quantrac.ingestion.telegram.Telegram;

/** Hears that a connection has ended. */
@FunctionalInterface
interface Ended {
    /** @param will what is to be taken in for the logger now */
    void with(Optional<Telegram> will);
}

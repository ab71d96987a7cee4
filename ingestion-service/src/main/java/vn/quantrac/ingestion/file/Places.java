package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import vn.quantrac.ingestion.telegram.Door;

/** Opens a place for every session of a logger. */
@ApplicationScoped
class Places {
    private final Uploads uploads;
    private final StoredFiles stored;
    private final Continuations continuations;
    private final Clock clock;

    Places(Uploads uploads, StoredFiles stored, Continuations continuations, Clock clock) {
        this.uploads = uploads;
        this.stored = stored;
        this.continuations = continuations;
        this.clock = clock;
    }

    StationPlace open(String station, Door door) {
        return new StationPlace(station, door, this);
    }

    Uploads uploads() {
        return uploads;
    }

    StoredFiles stored() {
        return stored;
    }

    Continuations continuations() {
        return continuations;
    }

    Instant now() {
        return clock.instant();
    }
}

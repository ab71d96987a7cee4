package vn.quantrac.ingestion.registry;

import java.time.Duration;
import java.time.Instant;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/** A parameter that a station measures, and when it has to. */
public final class ExpectedSeries {
    private final RegistryEntry<Station> station;
    private final RegistryEntry<Datastream> entry;
    private final Datastream datastream;

    ExpectedSeries(RegistryEntry<Station> station, RegistryEntry<Datastream> entry, Datastream datastream) {
        this.station = station;
        this.entry = entry;
        this.datastream = datastream;
    }

    public long datastream() {
        return datastream.id();
    }

    public String parameter() {
        return datastream.parameter();
    }

    /** How many readings are due after {@code start} up to {@code end}, one at the end of each interval. */
    public int due(Instant start, Instant end, Duration interval) {
        int due = 0;
        for (Instant time = start.plus(interval); !time.isAfter(end); time = time.plus(interval)) {
            if (station.at(time).isPresent() && isMeasured(time)) {
                due++;
            }
        }
        return due;
    }

    private boolean isMeasured(Instant time) {
        return entry.at(time)
                .filter(value -> value.station().equals(station.code()))
                .isPresent();
    }
}

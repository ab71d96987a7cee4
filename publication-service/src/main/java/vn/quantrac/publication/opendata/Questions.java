package vn.quantrac.publication.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.publication.record.Place;
import vn.quantrac.publication.registry.Catalogue;
import vn.quantrac.publication.registry.PublishedRegistry;

/** Reads what callers ask for, and refuses what cannot be answered. */
@ApplicationScoped
class Questions {
    static final int MAX_LIMIT = 10_000;
    private static final int USUAL_LIMIT = 1_000;

    private final PublishedRegistry registry;

    Questions(PublishedRegistry registry) {
        this.registry = registry;
    }

    /** The datastreams of a station, or the one of a parameter there. */
    List<Long> datastreams(String station, String parameter) {
        Catalogue catalogue = registry.current();
        known(catalogue, station);
        List<Long> asked = catalogue.datastreams(station).stream()
                .filter(datastream ->
                        parameter == null || datastream.parameter().equals(parameter))
                .map(Datastream::id)
                .toList();
        if (parameter != null && asked.isEmpty()) {
            throw Problems.unknownParameter(station, parameter);
        }
        return asked;
    }

    /** A station code, or null for all. */
    String stationOrAll(String station) {
        if (station != null) {
            known(registry.current(), station);
        }
        return station;
    }

    private static void known(Catalogue catalogue, String station) {
        if (station == null || station.isBlank()) {
            throw Problems.badParameter("station is missing");
        }
        catalogue.station(station).orElseThrow(() -> Problems.unknownStation(station));
    }

    /** How many a page may hold; a link to the next one says that there are more. */
    static int limit(String text) {
        return Math.min(limit(text, USUAL_LIMIT), MAX_LIMIT);
    }

    /** How many a caller wants of what is streamed. */
    static int limit(String text, int usual) {
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are too small.
        }
        throw Problems.badParameter("limit must be a whole number from 1");
    }

    static Place after(String text) {
        if (text == null) {
            return Place.START;
        }
        return Place.parse(text).orElseThrow(() -> Problems.badParameter("after must be taken from a next link"));
    }

    /** {@code 1h} or {@code 24h}; null is the hour. */
    static String averaging(String text) {
        if (text == null || text.equals("1h") || text.equals("24h")) {
            return text == null ? "1h" : text;
        }
        throw Problems.badParameter("averaging must be 1h or 24h");
    }
}

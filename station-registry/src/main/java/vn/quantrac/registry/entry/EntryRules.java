package vn.quantrac.registry.entry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fhir.ucum.UcumService;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Station;

/** What an entry must be before it is stored: its shape first, then that what it refers to exists. */
@ApplicationScoped
class EntryRules {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9,._+-]{0,39}");
    private static final Pattern STATION_CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{2,39}");

    private final EntryPeriods periods;
    private final UcumService ucum;

    EntryRules(EntryPeriods periods, UcumService ucum) {
        this.periods = periods;
        this.ucum = ucum;
    }

    void checkCode(Kind kind, String code) {
        Pattern pattern = kind == Kind.STATION ? STATION_CODE : CODE;
        if (code == null || kind != Kind.DATASTREAM && !pattern.matcher(code).matches()) {
            throw Problems.bad("code", "must match " + pattern.pattern());
        }
    }

    /** Throws the problem of the first field that has not the right form. */
    void checkShape(Object attributes) {
        if (attributes instanceof Parameter parameter) {
            names(parameter.nameVi(), parameter.nameEn());
            required("unitSymbol", parameter.unitSymbol());
            required("media", parameter.media());
            unit(parameter.unit());
        } else if (attributes instanceof DischargeSource source) {
            names(source.nameVi(), source.nameEn());
            required("facility", source.facility());
            required("medium", source.medium());
            if (source.latitude() != null || source.longitude() != null) {
                required("latitude", source.latitude());
                required("longitude", source.longitude());
                position(source.latitude(), source.longitude());
            }
        } else if (attributes instanceof Station station) {
            names(station.nameVi(), station.nameEn());
            required("medium", station.medium());
            position(station.latitude(), station.longitude());
            if (station.intervalSeconds() < 1 || station.intervalSeconds() > 86_400) {
                throw Problems.bad("intervalSeconds", "must be 1 to 86400");
            }
        } else if (attributes instanceof Instrument instrument) {
            required("station", instrument.station());
            required("parameters", instrument.parameters());
        }
    }

    /** Fails with the problem of the first reference that is not known at the beginning of the period. */
    Uni<Void> checkReferences(Object attributes, Instant validFrom) {
        List<Uni<Void>> checks = new ArrayList<>();
        if (attributes instanceof Station station && station.dischargeSource() != null) {
            checks.add(exists("dischargeSource", Kind.DISCHARGE_SOURCE, station.dischargeSource(), validFrom));
        } else if (attributes instanceof Instrument instrument) {
            checks.add(exists("station", Kind.STATION, instrument.station(), validFrom));
            instrument
                    .parameters()
                    .forEach(parameter -> checks.add(exists("parameters", Kind.PARAMETER, parameter, validFrom)));
        } else if (attributes instanceof Datastream datastream) {
            checks.add(exists("station", Kind.STATION, datastream.station(), validFrom));
            checks.add(exists("parameter", Kind.PARAMETER, datastream.parameter(), validFrom));
            if (datastream.instrument() != null) {
                checks.add(exists("instrument", Kind.INSTRUMENT, datastream.instrument(), validFrom));
            }
        }
        // One after the other: a session takes one query at a time.
        return Multi.createFrom()
                .iterable(checks)
                .onItem()
                .transformToUniAndConcatenate(check -> check)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> exists(String field, Kind kind, String code, Instant at) {
        return periods.exists(kind, code, at)
                .invoke(exists -> {
                    if (!exists) {
                        throw Problems.unknownReference(field, kind.eventType() + " " + code + " at " + at);
                    }
                })
                .replaceWithVoid();
    }

    private void unit(String unit) {
        required("unit", unit);
        try {
            String trouble = ucum.validate(unit);
            if (trouble != null) {
                throw Problems.bad("unit", "is no UCUM code: " + trouble);
            }
        } catch (RuntimeException e) {
            throw e instanceof io.quarkiverse.resteasy.problem.HttpProblem
                    ? e
                    : Problems.bad("unit", "is no UCUM code");
        }
    }

    private static void names(String nameVi, String nameEn) {
        required("nameVi", nameVi);
        required("nameEn", nameEn);
    }

    private static void required(String field, Object value) {
        if (value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> l && l.isEmpty()) {
            throw Problems.bad(field, "must be given");
        }
    }

    /** Viet Nam with its waters; the usual mistake is swapped axes. */
    private static void position(double latitude, double longitude) {
        if (inside(latitude, longitude)) {
            return;
        }
        throw Problems.bad(
                "latitude, longitude",
                latitude + ", " + longitude + " is not in Viet Nam"
                        + (inside(longitude, latitude) ? "; are the axes swapped?" : ""));
    }

    private static boolean inside(double latitude, double longitude) {
        return latitude >= 7 && latitude <= 24 && longitude >= 102 && longitude <= 118;
    }
}

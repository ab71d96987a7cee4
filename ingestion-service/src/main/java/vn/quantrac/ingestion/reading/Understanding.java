package vn.quantrac.ingestion.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.ingestion.csv.CsvText;
import vn.quantrac.ingestion.json.Ndjson;
import vn.quantrac.ingestion.json.ReadingsJson;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.registry.Registry;
import vn.quantrac.ingestion.registry.RegistrySnapshot;
import vn.quantrac.ingestion.senml.SenmlPack;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Refusals;
import vn.quantrac.ingestion.telegram.Telegram;
import vn.quantrac.ingestion.tt10.Tt10Text;

/** Makes readings and refusals of a telegram's bytes; the same for every door. */
@ApplicationScoped
public class Understanding {
    /** White space and the byte order mark of UTF-8. */
    private static final String BEFORE_TEXT = " \t\r\n\u00EF\u00BB\u00BF";

    private final Registry registry;
    private final ReadingRules rules;
    private final ReadingsJson readingsJson;
    private final Ndjson ndjson;
    private final CsvText csv;
    private final SenmlPack senml;
    private final Tt10Text tt10;

    Understanding(
            Registry registry,
            ReadingConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.registry = registry;
        this.rules = new ReadingRules(config, zone);
        this.readingsJson = new ReadingsJson(json);
        this.ndjson = new Ndjson(json);
        this.csv = new CsvText(zone);
        this.senml = new SenmlPack(json);
        this.tt10 = new Tt10Text(zone);
    }

    /** Never fails: what cannot be understood is refused with its reason. */
    public Understood of(Telegram telegram) {
        RegistrySnapshot known = registry.current();
        Optional<String> station = known.stationCode(telegram.station(), telegram.receivedAt());
        if (station.isEmpty()) {
            return Understood.refused(telegram, Address.ofNobody(telegram));
        }
        Optional<Refusal> notItsOwn = Address.refusal(telegram, station.get(), known);
        if (notItsOwn.isPresent()) {
            return Understood.refused(telegram, notItsOwn.get());
        }
        try {
            List<Line> lines = lines(telegram);
            if (lines.isEmpty()) {
                return refused(telegram, Reason.EMPTY, "The telegram has no readings");
            }
            return judged(telegram, station.get(), lines, known);
        } catch (BadFieldException e) {
            return refused(telegram, e.reason(), e.getMessage());
        }
    }

    /** The code of the station that a telegram is of; what it says where no station is called so. */
    public String station(Telegram telegram) {
        return registry.current()
                .stationCode(telegram.station(), telegram.receivedAt())
                .orElse(telegram.station());
    }

    /** When its readings were measured; empty when none can be read. */
    public Optional<Period> times(Telegram telegram) {
        try {
            LongSummaryStatistics seconds = lines(telegram).stream()
                    .filter(Line.Readable.class::isInstance)
                    .mapToLong(line -> ((Line.Readable) line).time().getEpochSecond())
                    .summaryStatistics();
            return seconds.getCount() == 0
                    ? Optional.empty()
                    : Optional.of(new Period(
                            Instant.ofEpochSecond(seconds.getMin()), Instant.ofEpochSecond(seconds.getMax() + 1)));
        } catch (BadFieldException e) {
            return Optional.empty();
        }
    }

    private static Understood refused(Telegram telegram, Reason reason, String detail) {
        return Understood.refused(telegram, Refusal.whole(telegram, reason, detail));
    }

    /** JSON and SenML begin with a brace or a bracket, CSV with the names of its columns, a TT10 text with neither. */
    private List<Line> lines(Telegram telegram) throws BadFieldException {
        byte[] content = telegram.content();
        if (telegram.name() != null && telegram.name().endsWith(Ndjson.NAME_END)) {
            return ndjson.parse(content);
        }
        int first = 0;
        while (first < content.length && BEFORE_TEXT.indexOf(content[first] & 0xFF) >= 0) {
            first++;
        }
        return switch (first < content.length ? content[first] : 0) {
            case '[' ->
                senml.isPack(content) ? senml.parse(content, telegram.receivedAt()) : readingsJson.parse(content);
            case '{' -> ndjson.isAt(content) ? ndjson.parse(content) : readingsJson.parse(content);
            default -> CsvText.isCsv(content) ? csv.parse(content) : tt10.parse(content);
        };
    }

    private Understood judged(Telegram telegram, String station, List<Line> lines, RegistrySnapshot known) {
        List<NewReading> readings = new ArrayList<>(lines.size());
        Refusals refusals = new Refusals();
        for (Line line : lines) {
            if (line instanceof Line.Readable readable) {
                try {
                    readings.add(rules.reading(readable, station, telegram.receivedAt(), known));
                    refusals.interrupt();
                } catch (BadFieldException e) {
                    refusals.add(new Refusal(line.number(), line.from(), line.to(), e.reason(), e.getMessage()));
                }
            } else if (line instanceof Line.Unreadable unreadable) {
                refusals.add(unreadable.refusal());
            }
        }
        return new Understood(telegram, readings, refusals.all());
    }
}

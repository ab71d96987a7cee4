package vn.quantrac.ingestion.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;

/** Stores what is new. Must run under the lock of the feed's counter. */
final class ReadingTable {
    private static final List<String> COLUMNS = List.of(
            "datastream", "time", "revision", "value", "unit", "status", "flags", "received_at", "telegram", "cursor");

    private ReadingTable() {}

    private record Row(UUID telegram, long receivedAt, NewReading reading, int revision) {}

    /**
     * What became of the readings of each telegram. Equal in value and status to the one before it is a duplicate,
     * anything else gets the next revision and the next cursor, the first one after {@code head}.
     */
    static Map<UUID, Counts> insert(Handle transaction, List<Understood> telegrams, long head) {
        CurrentReadings current = CurrentReadings.of(
                transaction,
                telegrams.stream()
                        .flatMap(telegram -> telegram.readings().stream())
                        .toList());
        Map<UUID, Counts> counts = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Understood understood : telegrams) {
            counts.put(understood.telegram().id(), decide(understood, current, rows));
        }
        if (!rows.isEmpty()) {
            copy(transaction, rows, head);
        }
        return counts;
    }

    private static Counts decide(Understood understood, CurrentReadings current, List<Row> rows) {
        UUID telegram = understood.telegram().id();
        long receivedAt = Columns.micros(understood.telegram().receivedAt());
        int accepted = 0;
        int duplicate = 0;
        int before = rows.size();
        for (NewReading reading : understood.readings()) {
            int revision = current.revision(reading);
            if (revision == CurrentReadings.DUPLICATE) {
                duplicate++;
            } else {
                accepted += revision == 0 ? 1 : 0;
                rows.add(new Row(telegram, receivedAt, reading, revision));
            }
        }
        return new Counts(accepted, rows.size() - before - accepted, duplicate);
    }

    private static void copy(Handle transaction, List<Row> rows, long head) {
        Copy.into(transaction, "reading", COLUMNS, copy -> {
            long cursor = head;
            for (Row row : rows) {
                NewReading reading = row.reading();
                copy.row(COLUMNS.size())
                        .add(reading.datastream())
                        .addTime(Columns.micros(reading.time()))
                        .add(row.revision())
                        .add(reading.value())
                        .addWord(reading.unit())
                        .addWord(reading.status())
                        .addWords(reading.flags())
                        .addTime(row.receivedAt())
                        .add(row.telegram())
                        .add(++cursor);
            }
        });
    }
}

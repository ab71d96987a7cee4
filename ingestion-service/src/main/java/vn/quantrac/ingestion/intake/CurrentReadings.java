package vn.quantrac.ingestion.intake;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.NewReading;

/**
 * What loggers have said last of the readings that a batch is about, as it is stored and as the batch changes it; what
 * people made of it does not count, or sending it again would undo that. Must be used under the lock of the feed's
 * counter.
 */
final class CurrentReadings {
    /** A reading that equals what was said last. */
    static final int DUPLICATE = -1;

    /** Up to here two times are looked for by one way through the index; what lies between is read in vain. */
    private static final long NEAR_MICROS = 3_600_000_000L;

    private static final String FIND = """
            select r.datastream, (extract(epoch from r.time) * 1000000)::bigint as time, r.revision, r.value, r.status,
                r.adjustment is null as said
            from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as asked (datastream, first, last)
            join reading r on r.datastream = asked.datastream
                and r.time >= timestamptz 'epoch' + asked.first * interval '1 microsecond'
                and r.time <= timestamptz 'epoch' + asked.last * interval '1 microsecond'""";

    private final Map<Key, Current> current = new HashMap<>();

    private CurrentReadings() {}

    private record Key(long datastream, long time) {}

    /**
     * @param revision the newest one, of a logger or of people
     * @param said the newest one of a logger, or {@link #NOTHING}; its value and status
     */
    private record Current(int revision, int said, BigDecimal value, String status) {
        private static final int NOTHING = -1;

        Current and(Current other) {
            Current last = said > other.said ? this : other;
            return new Current(Math.max(revision, other.revision), last.said, last.value, last.status);
        }

        boolean says(NewReading reading) {
            return said != NOTHING && status.equals(reading.status()) && sameNumber(value, reading.value());
        }

        private static boolean sameNumber(BigDecimal one, BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    private record Range(long datastream, long first, long last) {}

    static CurrentReadings of(Handle transaction, List<NewReading> readings) {
        CurrentReadings known = new CurrentReadings();
        List<Range> ranges = ranges(readings);
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(FIND)) {
            new Columns(statement)
                    .add("bigint", ranges, Range::datastream)
                    .add("bigint", ranges, Range::first)
                    .add("bigint", ranges, Range::last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int revision = rows.getInt(3);
                    int said = rows.getBoolean(6) ? revision : Current.NOTHING;
                    known.current.merge(
                            new Key(rows.getLong(1), rows.getLong(2)),
                            new Current(revision, said, rows.getBigDecimal(4), rows.getString(5)),
                            Current::and);
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("Readings are not compared: " + e.getMessage(), e);
        }
    }

    private static List<Range> ranges(List<NewReading> readings) {
        List<Key> keys = new ArrayList<>(readings.size());
        readings.forEach(reading -> keys.add(key(reading)));
        keys.sort(Comparator.comparingLong(Key::datastream).thenComparingLong(Key::time));
        List<Range> ranges = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= keys.size(); to++) {
            if (to == keys.size() || !isNear(keys.get(to - 1), keys.get(to))) {
                Key first = keys.get(from);
                ranges.add(new Range(
                        first.datastream(), first.time(), keys.get(to - 1).time()));
                from = to;
            }
        }
        return ranges;
    }

    private static boolean isNear(Key one, Key next) {
        return one.datastream() == next.datastream() && next.time() - one.time() <= NEAR_MICROS;
    }

    private static Key key(NewReading reading) {
        return new Key(reading.datastream(), Columns.micros(reading.time()));
    }

    /**
     * The revision that a reading is, 0 for the first one, or {@link #DUPLICATE}. It is the current one from now on.
     */
    int revision(NewReading reading) {
        Key key = key(reading);
        Current before = current.get(key);
        if (before != null && before.says(reading)) {
            return DUPLICATE;
        }
        int revision = before == null ? 0 : before.revision() + 1;
        current.put(key, new Current(revision, revision, reading.value(), reading.status()));
        return revision;
    }
}

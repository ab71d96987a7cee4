package vn.quantrac.ingestion.tt10;

import java.util.List;
import java.util.Optional;

/** The orders in which loggers write the fields of a record, told apart by the place of the time. */
enum Layout {
    /** Of the circular: symbol, value, unit, time, status. */
    CIRCULAR(3, 0, 1, 2),
    /** Time, symbol, value, unit, status. */
    TIME_FIRST(0, 1, 2, 3),
    /** Symbol, value, time, status. */
    WITHOUT_UNIT(2, 0, 1, -1);

    static final int MOST_FIELDS = 5;
    private static final Layout[] ALL = values();

    private final int time;
    private final int symbol;
    private final int value;
    private final int unit;

    Layout(int time, int symbol, int value, int unit) {
        this.time = time;
        this.symbol = symbol;
        this.value = value;
        this.unit = unit;
    }

    /** The layout of the fields of one record; empty when they are none. */
    static Optional<Layout> of(List<Field> fields) {
        Optional<Layout> byTime = byTime(fields);
        // A time that is not one can be in one place only.
        return byTime.isEmpty() && fields.size() == MOST_FIELDS ? Optional.of(CIRCULAR) : byTime;
    }

    /** Whether a time is where one of the layouts has it. */
    static boolean isRecord(List<Field> fields) {
        return byTime(fields).isPresent();
    }

    private static Optional<Layout> byTime(List<Field> fields) {
        for (Layout layout : ALL) {
            if (layout.fits(fields.size()) && fields.get(layout.time).isTime()) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    private boolean fits(int size) {
        return size >= fewest() && size <= most();
    }

    /** Without a status; the circular's unit may be missing only where the time comes first. */
    private int fewest() {
        return this == CIRCULAR ? 4 : 3;
    }

    int most() {
        return this == WITHOUT_UNIT ? 4 : MOST_FIELDS;
    }

    int timeAt() {
        return time;
    }

    String symbol(List<Field> record) {
        return record.get(symbol).text();
    }

    String value(List<Field> record) {
        return record.get(value).text();
    }

    String time(List<Field> record) {
        return record.get(time).text();
    }

    /** Empty when the logger does not say it. */
    String unit(List<Field> record) {
        return unit < 0 || unit >= record.size() ? "" : record.get(unit).text();
    }

    /** Empty when the logger does not say it. */
    String status(List<Field> record) {
        return record.size() < most() ? "" : record.get(most() - 1).text();
    }
}

package vn.quantrac.publication.verdict;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** A table of verdicts and how the events of its type fill it. */
enum VerdictTable {
    MEAN(
            VerdictMessages.MEAN,
            "mean",
            "datastream, averaging, end_at",
            "datastream bigint, averaging text, \"end\" timestamptz, start timestamptz, value numeric, count integer,"
                    + " expected integer, valid boolean, revision integer",
            "datastream, averaging, end_at, start_at, value, count, expected, valid, revision",
            "datastream, averaging, \"end\", start, value, count, expected, valid, revision"),
    AIR_QUALITY_INDEX(
            VerdictMessages.AIR_QUALITY_INDEX,
            "air_quality_index",
            "station, averaging, end_at",
            "station text, averaging text, \"end\" timestamptz, value integer, dominant text, indices jsonb,"
                    + " revision integer",
            "station, averaging, end_at, value, dominant, indices, revision",
            "station, averaging, \"end\", value, dominant, coalesce(indices, '{}'), revision"),
    APPLIED_LIMIT(
            VerdictMessages.APPLIED_LIMIT,
            "applied_limit",
            "datastream, averaging, valid_from",
            "datastream bigint, \"validFrom\" timestamptz, \"validTo\" timestamptz, standard text, \"column\" text,"
                    + " averaging text, min numeric, max numeric, unit text, basis text, verified boolean,"
                    + " withdrawn boolean",
            "datastream, valid_from, valid_to, standard, column_, averaging, min, max, unit, basis, verified, withdrawn",
            "datastream, \"validFrom\", \"validTo\", standard, \"column\", averaging, min, max, unit, basis, verified,"
                    + " withdrawn"),
    EXCEEDANCE(
            VerdictMessages.EXCEEDANCE,
            "exceedance",
            "id",
            "id text, datastream bigint, station text, parameter text, standard text, averaging text, min numeric,"
                    + " max numeric, unit text, \"openedAt\" timestamptz, \"lastAt\" timestamptz,"
                    + " \"closedAt\" timestamptz, intervals integer, peak numeric, \"peakRatio\" numeric,"
                    + " revision integer, withdrawn boolean",
            "id, datastream, station, parameter, standard, averaging, min, max, unit, opened_at, last_at, closed_at,"
                    + " intervals, peak, peak_ratio, revision, withdrawn",
            "id, datastream, station, parameter, standard, averaging, min, max, unit, \"openedAt\", \"lastAt\","
                    + " \"closedAt\", intervals, peak, \"peakRatio\", revision, withdrawn");

    private final String upsert;

    VerdictTable(String type, String table, String key, String message, String columns, String values) {
        String changes = Arrays.stream(columns.split(", "))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        this.upsert = """
                insert into %s (%s)
                select %s from (
                    select distinct on (event ->> 'key') event -> 'data' as data
                    from jsonb_array_elements(cast(:events as jsonb)) as page(event)
                    where event ->> 'type' = '%s'
                    order by event ->> 'key', (event ->> 'cursor')::bigint desc) newest,
                    jsonb_to_record(data) as message(%s)
                on conflict (%s) do update set %s""".formatted(table, columns, values, type, message, key, changes);
    }

    /** Puts the events of this type among {@code :events} into the table. */
    String upsert() {
        return upsert;
    }
}

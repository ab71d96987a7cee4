package vn.quantrac.publication.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code air_quality_index}. */
@ApplicationScoped
public class Indices {
    private static final String NAME = "VN_AQI";
    private static final TypeReference<Map<String, Integer>> PARTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Indices(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The newest hourly index of each of these stations that has one, with the start of its class. */
    public Map<String, Index> newest(Handle handle, Collection<String> stations) {
        return handle
                .createQuery("""
                        select i.*, b.*, (
                            select min(run.end_at) - interval '1 hour' from air_quality_index run
                            where run.station = i.station and run.averaging = '1h' and run.end_at <= i.end_at
                                and run.end_at > coalesce((
                                    select max(other.end_at) from air_quality_index other
                                    where other.station = i.station and other.averaging = '1h' and other.end_at < i.end_at
                                        and (other.value is null or other.value not between b.low and b.high)),
                                    '-infinity')) as since
                        from unnest(:stations) as watched(code), lateral (
                            select * from air_quality_index where station = watched.code and averaging = '1h'
                                and value is not null order by end_at desc limit 1) i
                        join index_band b on b.index_name = :name and i.value between b.low and b.high""")
                .bindArray("stations", String.class, stations)
                .bind("name", NAME)
                .map((row, context) -> index(row, row.getTimestamp("since").toInstant()))
                .stream()
                .collect(Collectors.toMap(Index::station, Function.identity()));
    }

    /** Indices of a station, or of all when null, in order of station and time, after a place already seen. */
    public List<Index> read(
            String station,
            String averaging,
            Instant from,
            Instant to,
            String afterStation,
            Instant afterEnd,
            int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from air_quality_index i
                        left join index_band b on b.index_name = :name and i.value between b.low and b.high
                        where (cast(:station as text) is null or station = :station) and averaging = :averaging
                            and end_at between :from and :to and (station, end_at) > (:afterStation, :afterEnd)
                        order by station, end_at limit :limit""")
                .bind("name", NAME)
                .bind("station", station)
                .bind("averaging", averaging)
                .bind("from", from)
                .bind("to", to)
                .bind("afterStation", afterStation)
                .bind("afterEnd", afterEnd)
                .bind("limit", limit)
                .map((row, context) -> index(row, null))
                .list());
    }

    private Index index(ResultSet row, Instant since) throws SQLException {
        Timestamp end = row.getTimestamp("end_at");
        return new Index(
                NAME,
                row.getString("station"),
                row.getString("averaging"),
                end.toInstant(),
                row.getObject("value", Integer.class),
                row.getString("band"),
                row.getString("label_vi"),
                row.getString("label_en"),
                row.getString("colour"),
                row.getString("dominant"),
                parts(row.getString("indices")),
                row.getInt("revision"),
                since);
    }

    private Map<String, Integer> parts(String text) {
        try {
            return json.readValue(text, PARTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

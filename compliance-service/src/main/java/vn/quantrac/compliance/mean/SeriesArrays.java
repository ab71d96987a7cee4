package vn.quantrac.compliance.mean;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Series with an instant each, as parallel arrays for a statement. */
public record SeriesArrays(Object[] ids, Object[] averagings, Object[] instants) {
    public static SeriesArrays of(Map<Series, Instant> series) {
        List<Long> ids = new ArrayList<>();
        List<String> averagings = new ArrayList<>();
        List<Instant> instants = new ArrayList<>();
        series.forEach((key, instant) -> {
            ids.add(key.datastream());
            averagings.add(key.averaging().code());
            instants.add(instant);
        });
        return new SeriesArrays(ids.toArray(), averagings.toArray(), instants.toArray());
    }
}

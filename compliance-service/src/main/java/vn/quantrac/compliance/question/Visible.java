package vn.quantrac.compliance.question;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.access.Caller;

/** The stations that a caller may see. */
@RequestScoped
public class Visible {
    private final Caller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    Visible(Caller caller, Jdbi jdbi, Clock clock) {
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * The codes of the stations asked for.
     *
     * @param station one code, or null for all that the caller may see
     */
    public List<String> stations(String station) {
        List<String> stations = jdbi.withHandle(handle -> codes(handle, station, caller.facility()));
        if (station != null && stations.isEmpty()) {
            throw Problems.unknownStation(station);
        }
        return stations;
    }

    private List<String> codes(Handle handle, String station, String facility) {
        // Whose a station is today decides, not whose it once was.
        return handle.createQuery("""
                        select code from registry_entry where type = 'station'
                            and (cast(:station as text) is null or code = :station)
                            and exists (
                                select from jsonb_array_elements(entry -> 'periods') as period
                                where cast(:facility as text) is null
                                    or period -> 'value' ->> 'facility' = :facility
                                        and (period ->> 'validFrom')::timestamptz <= :now
                                        and coalesce((period ->> 'validTo')::timestamptz, 'infinity') > :now)""")
                .bind("station", station)
                .bind("facility", facility)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .list();
    }
}

package vn.quantrac.compliance.question;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.access.Caller;

/** The stations that a caller may see. */
@RequestScoped
public class Visible {
    private final Caller caller;
    private final Jdbi jdbi;

    Visible(Caller caller, Jdbi jdbi) {
        this.caller = caller;
        this.jdbi = jdbi;
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

    private static List<String> codes(Handle handle, String station, String facility) {
        // Whose a station is today decides, not whose it once was.
        return handle.createQuery("""
                        select code from registry_entry where type = 'station'
                            and (cast(:station as text) is null or code = :station)
                            and (cast(:facility as text) is null
                                or entry -> 'periods' -> -1 -> 'value' ->> 'facility' = :facility)""")
                .bind("station", station)
                .bind("facility", facility)
                .mapTo(String.class)
                .list();
    }
}

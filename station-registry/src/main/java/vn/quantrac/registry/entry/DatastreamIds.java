package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.quantrac.registry.problem.Problems;

/** The ids of datastreams, each given once for a pair of station and parameter. */
@ApplicationScoped
public class DatastreamIds {
    private final EntryPeriods periods;
    private final EntryJson json;

    DatastreamIds(EntryPeriods periods, EntryJson json) {
        this.periods = periods;
        this.json = json;
    }

    /** The id that a datastream has, or a new one. */
    public Uni<Long> idOf(Timeline datastream) {
        List<EntryPeriod> known = datastream.periods();
        return known.isEmpty()
                ? periods.nextDatastream()
                : Uni.createFrom().item(json.attributes(known.get(0)).get("id").asLong());
    }

    /** A body with what its address and the registry say of it; where it says something else it is refused. */
    public static ObjectNode identified(ObjectNode body, long id, String station, String parameter) {
        ObjectNode full = body.deepCopy();
        refuseOther(body, "id", Long.toString(id));
        refuseOther(body, "station", station);
        refuseOther(body, "parameter", parameter);
        return full.put("id", id).put("station", station).put("parameter", parameter);
    }

    private static void refuseOther(ObjectNode body, String field, String value) {
        if (body.hasNonNull(field) && !body.get(field).asText().equals(value)) {
            throw Problems.bad(field, "is " + value + " and cannot be changed");
        }
    }
}

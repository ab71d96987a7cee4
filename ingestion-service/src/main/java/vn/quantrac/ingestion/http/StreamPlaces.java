package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many streams there are: each has a thread of its own while it lasts. */
@ApplicationScoped
class StreamPlaces {
    private final int most;
    private final int mostOfStation;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces(HttpDoorConfig config) {
        this.most = config.streams();
        this.mostOfStation = config.stationStreams();
    }

    /** @throws HttpProblem 429 when the station has its share, 503 when all are taken */
    synchronized void take(String station) {
        int ofStation = taken.getOrDefault(station, 0);
        if (ofStation >= mostOfStation) {
            throw DoorProblem.tooMuch(station + " has " + ofStation + " streams already");
        }
        if (all >= most) {
            throw DoorProblem.later("There are " + all + " streams already");
        }
        taken.put(station, ofStation + 1);
        all++;
    }

    synchronized void giveBack(String station) {
        taken.computeIfPresent(station, (code, number) -> number == 1 ? null : number - 1);
        all--;
    }
}

package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import vn.quantrac.ingestion.telegram.Telegram;

/** How much of each station waits for its commit at this door, so that one of them cannot fill it up for all. */
@ApplicationScoped
class StationShares {
    private final int mostTelegrams;
    private final long mostBytes;
    private final Map<String, Share> shares = new HashMap<>();

    StationShares(HttpDoorConfig config) {
        this.mostTelegrams = config.stationTelegrams();
        this.mostBytes = config.stationBytes().asLongValue();
    }

    private static final class Share {
        private int telegrams;
        private long bytes;
    }

    /** @throws HttpProblem 429 when the station's share is used up */
    synchronized void take(Telegram telegram) {
        Share share = shares.computeIfAbsent(telegram.station(), station -> new Share());
        int length = telegram.content().length;
        if (share.telegrams >= mostTelegrams || share.telegrams > 0 && share.bytes + length > mostBytes) {
            throw DoorProblem.tooMuch(share.telegrams + " telegrams of " + share.bytes + " bytes of "
                    + telegram.station() + " wait for their commit");
        }
        share.telegrams++;
        share.bytes += length;
    }

    synchronized void giveBack(Telegram telegram) {
        Share share = shares.get(telegram.station());
        share.telegrams--;
        share.bytes -= telegram.content().length;
        if (share.telegrams == 0) {
            shares.remove(telegram.station());
        }
    }
}

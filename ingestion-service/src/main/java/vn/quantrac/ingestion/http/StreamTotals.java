package vn.quantrac.ingestion.http;

import java.util.List;
import java.util.UUID;
import vn.quantrac.ingestion.http.StreamResult.RefusedLine;
import vn.quantrac.ingestion.http.StreamResult.StreamProblem;
import vn.quantrac.ingestion.telegram.Outcome;

/** What is committed of a stream. */
final class StreamTotals {
    private final UUID stream;
    private long lines;
    private int telegrams;
    private long accepted;
    private long revised;
    private long duplicate;
    private long quarantined;

    StreamTotals(UUID stream) {
        this.stream = stream;
    }

    void add(Chunk chunk, Outcome outcome) {
        lines = chunk.lastLine();
        telegrams++;
        accepted += outcome.accepted();
        revised += outcome.revised();
        duplicate += outcome.duplicate();
        quarantined += outcome.quarantined();
    }

    StreamResult result(List<RefusedLine> refusals, StreamProblem problem) {
        return new StreamResult(stream, lines, telegrams, accepted, revised, duplicate, quarantined, refusals, problem);
    }
}

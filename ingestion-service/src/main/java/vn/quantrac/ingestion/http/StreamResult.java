package vn.quantrac.ingestion.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * What became of a stream.
 *
 * @param stream what the names of its telegrams begin with
 * @param lines whose telegrams are committed; the head of a table is one of them
 * @param telegrams that were made of it
 * @param accepted readings that are new
 * @param revised readings whose value or status differs from what was known; now the current ones
 * @param duplicate readings that said nothing new
 * @param quarantined entries of the quarantine
 * @param refusals the first of them; null where they were told before
 * @param problem why it was not taken to its end; null when it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamResult(
        UUID stream,
        long lines,
        int telegrams,
        long accepted,
        long revised,
        long duplicate,
        long quarantined,
        List<RefusedLine> refusals,
        StreamProblem problem) {

    /**
     * A line that was not understood, or several that follow each other.
     *
     * @param line of the stream, from 1
     * @param telegram in which it is kept
     */
    public record RefusedLine(long line, UUID telegram, Reason reason, String detail) {}

    /** A problem document within another one. */
    public record StreamProblem(String type, String title, int status, String detail) {}
}

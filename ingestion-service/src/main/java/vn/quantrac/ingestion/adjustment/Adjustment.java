package vn.quantrac.ingestion.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A correction of readings, and what became of it.
 *
 * @param rule as it was proposed; null when readings were given one by one
 * @param readings how many it changes
 * @param firstTime of these readings
 * @param lastTime of these readings
 * @param superseded how many of them somebody else, mostly the logger, has revised since; null in a list
 * @param steps in their order; the first is the proposal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Adjustment(
        UUID id,
        String station,
        String parameter,
        State state,
        AdjustmentReason reason,
        String explanation,
        List<Attachment> attachments,
        Rule rule,
        int readings,
        Instant firstTime,
        Instant lastTime,
        Long superseded,
        List<Step> steps) {
    /** Who brought it into the state in which it waits, or was decided. */
    Step last() {
        return steps.get(steps.size() - 1);
    }

    Adjustment withSuperseded(long number) {
        return new Adjustment(
                id,
                station,
                parameter,
                state,
                reason,
                explanation,
                attachments,
                rule,
                readings,
                firstTime,
                lastTime,
                number,
                steps);
    }
}

package vn.quantrac.ingestion.adjustment;

import java.util.List;

/**
 * What somebody wants to have adjusted.
 *
 * @param parameter its code in the registry
 * @param attachments the evidence, at least one
 * @param rule for a period; null when readings are given
 * @param readings one by one; null when there is a rule
 */
public record Proposal(
        String station,
        String parameter,
        AdjustmentReason reason,
        String explanation,
        List<Attachment> attachments,
        Rule rule,
        List<Correction> readings) {
    /** The same for the station's code. */
    Proposal of(String code) {
        return new Proposal(code, parameter, reason, explanation, attachments, rule, readings);
    }
}

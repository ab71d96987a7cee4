package vn.quantrac.ingestion.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.reading.AdjustedFlags;
import vn.quantrac.ingestion.registry.Registry;
import vn.quantrac.ingestion.registry.RegistrySnapshot;
import vn.quantrac.ingestion.registry.Series;

/** What a proposal would make of the readings as they are. */
@ApplicationScoped
class Preview {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Originals originals;
    private final Registry registry;

    Preview(Originals originals, Registry registry) {
        this.originals = originals;
        this.registry = registry;
    }

    /**
     * The readings that change.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when none does, or too many; 409 when one is adjusted
     *     already
     */
    List<AdjustedReading> of(Proposal proposal) {
        List<AdjustedReading> changed =
                proposal.rule() != null ? byRule(proposal, proposal.rule()) : oneByOne(proposal, proposal.readings());
        if (changed.isEmpty()) {
            throw Problems.nothingToAdjust("No reading of " + proposal.parameter() + " would change");
        }
        return changed;
    }

    private List<AdjustedReading> byRule(Proposal proposal, Rule rule) {
        List<Original> found = originals.of(
                proposal.station(), proposal.parameter(), new Period(rule.from(), rule.to()), null, rule.onlyStatus());
        if (found.size() > ProposalRules.MOST_READINGS) {
            throw Problems.tooManyReadings(ProposalRules.MOST_READINGS);
        }
        return changed(
                proposal,
                found,
                original -> new Correction(original.time(), rule.applied(original.value()), rule.status()));
    }

    private List<AdjustedReading> oneByOne(Proposal proposal, List<Correction> corrections) {
        Map<Instant, Correction> byTime = new HashMap<>();
        corrections.forEach(correction -> byTime.put(correction.time(), correction));
        Instant first = corrections.stream()
                .map(Correction::time)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = corrections.stream()
                .map(Correction::time)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw Problems.badAdjustment("readings must be within " + LONGEST.toDays() + " days");
        }
        List<Original> found = originals.of(
                proposal.station(), proposal.parameter(), new Period(first, last.plusMillis(1)), byTime.keySet(), null);
        Set<Instant> missing = new HashSet<>(byTime.keySet());
        found.forEach(original -> missing.remove(original.time()));
        if (!missing.isEmpty()) {
            throw Problems.nothingToAdjust("No reading of " + proposal.parameter() + " has the time "
                    + missing.iterator().next());
        }
        return changed(proposal, found, original -> byTime.get(original.time()));
    }

    private List<AdjustedReading> changed(
            Proposal proposal, List<Original> found, Function<Original, Correction> correction) {
        RegistrySnapshot known = registry.current();
        List<AdjustedReading> changed = new ArrayList<>();
        Set<String> already = new HashSet<>();
        for (Original original : found) {
            AdjustedReading adjusted =
                    adjusted(changed.size() + 1, proposal, original, correction.apply(original), known);
            if (adjusted.changes()) {
                changed.add(adjusted);
                if (original.flags().contains(AdjustedFlags.ADJUSTED)) {
                    already.add(original.adjustment().toString());
                }
            }
        }
        if (!already.isEmpty()) {
            throw Problems.alreadyAdjusted(
                    "Withdraw first: " + already.stream().sorted().limit(20).collect(Collectors.joining(", ")));
        }
        return changed;
    }

    private static AdjustedReading adjusted(
            int number, Proposal proposal, Original original, Correction correction, RegistrySnapshot known) {
        BigDecimal value = correction.value() == null ? original.value() : correction.value();
        boolean otherValue = value != null && (original.value() == null || value.compareTo(original.value()) != 0);
        Optional<Series> series = known.series(proposal.station(), proposal.parameter(), original.time())
                .filter(found -> found.datastream() == original.datastream());
        return new AdjustedReading(
                number,
                original.datastream(),
                original.time(),
                original.revision(),
                original.value(),
                original.status(),
                original.unit(),
                value,
                correction.status() == null ? original.status() : correction.status(),
                AdjustedFlags.of(original.flags(), otherValue ? Optional.of(value) : Optional.empty(), series),
                false);
    }
}

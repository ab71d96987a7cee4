package vn.quantrac.ingestion.adjustment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Writes down what somebody wants to have adjusted, and what that would make of every reading. */
@ApplicationScoped
class Proposing {
    private final Jdbi jdbi;
    private final Preview preview;
    private final Adjustments adjustments;
    private final AdjustedReadings adjustedReadings;
    private final ObjectMapper json;
    private final Clock clock;

    Proposing(
            Jdbi jdbi,
            Preview preview,
            Adjustments adjustments,
            AdjustedReadings adjustedReadings,
            ObjectMapper json,
            Clock clock) {
        this.jdbi = jdbi;
        this.preview = preview;
        this.adjustments = adjustments;
        this.adjustedReadings = adjustedReadings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The id of the adjustment; the same again when a request is repeated with its key.
     *
     * @param key the {@code Idempotency-Key}, or null
     */
    UUID propose(Proposal proposal, String person, String key) {
        ProposalRules.check(proposal);
        byte[] sha256 = sha256(proposal);
        return known(person, key, sha256).orElseGet(() -> {
            List<AdjustedReading> readings = preview.of(proposal);
            UUID id = UuidCreator.getTimeOrderedEpoch();
            boolean inserted = jdbi.inTransaction(transaction -> {
                if (!adjustments.insert(transaction, id, proposal, readings, person, key, sha256)) {
                    return false;
                }
                adjustedReadings.insert(transaction, id, readings);
                Step step = new Step(State.PROPOSED.slug(), person, clock.instant(), proposal.explanation());
                adjustments.step(transaction, id, State.PROPOSED, step);
                return true;
            });
            return inserted ? id : known(person, key, sha256).orElseThrow();
        });
    }

    private Optional<UUID> known(String person, String key, byte[] sha256) {
        return key == null ? Optional.empty() : adjustments.proposed(person, key, sha256);
    }

    private byte[] sha256(Proposal proposal) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(proposal));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

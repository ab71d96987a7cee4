package vn.quantrac.ingestion.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.intake.Committed;

/** What people decide about an adjustment; the readings and the state change in one transaction. */
@ApplicationScoped
class Deciding {
    private final Jdbi jdbi;
    private final Adjustments adjustments;
    private final Event<Committed> committed;
    private final Clock clock;

    Deciding(Jdbi jdbi, Adjustments adjustments, Event<Committed> committed, Clock clock) {
        this.jdbi = jdbi;
        this.adjustments = adjustments;
        this.committed = committed;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param seen the state of the adjustment that they have seen: nobody decides about something else
     */
    record Decision(UUID adjustment, String person, State seen, String comment) {}

    /** Makes the adjusted values current, or the original ones again when a withdrawal waits. */
    void approve(Decision decision) {
        decide(decision, State.APPROVED, State.WITHDRAWN, null);
    }

    /** Leaves the readings as they are. */
    void reject(Decision decision) {
        decide(decision, State.REJECTED, State.APPROVED, Step.WITHDRAWAL_REJECTED);
    }

    private void decide(Decision decision, State ofProposal, State ofWithdrawal, String stepOfWithdrawal) {
        State next =
                switch (decision.seen()) {
                    case PROPOSED -> ofProposal;
                    case WITHDRAWAL_PROPOSED -> ofWithdrawal;
                    default -> throw Problems.notPossible(decision.seen(), "decide");
                };
        boolean ofWithdrawals = decision.seen() == State.WITHDRAWAL_PROPOSED;
        change(decision, next, ofWithdrawals && stepOfWithdrawal != null ? stepOfWithdrawal : next.slug(), true);
    }

    /** Takes a proposal back that is one's own, or proposes that an approved one be taken back. */
    void withdraw(Decision decision) {
        State next =
                switch (decision.seen()) {
                    case PROPOSED -> State.CANCELLED;
                    case APPROVED -> State.WITHDRAWAL_PROPOSED;
                    default -> throw Problems.notPossible(decision.seen(), "withdraw");
                };
        change(decision, next, next.slug(), false);
    }

    private void change(Decision decision, State next, String stepName, boolean bySecondPerson) {
        jdbi.useTransaction(transaction -> {
            Adjustment adjustment = adjustments
                    .lock(transaction, decision.adjustment())
                    .orElseThrow(() -> new NotFoundException("No adjustment has the id " + decision.adjustment()));
            Step last = adjustment.last();
            if (adjustment.state() == next
                    && last.step().equals(stepName)
                    && last.person().equals(decision.person())) {
                return; // A request that is sent again because its answer was lost.
            }
            if (adjustment.state() != decision.seen()) {
                throw Problems.wrongState(adjustment.state(), decision.seen());
            }
            boolean own = last.person().equals(decision.person());
            if (bySecondPerson && own) {
                throw Problems.fourEyes();
            }
            if (next == State.CANCELLED && !own) {
                throw Problems.notTheProposer();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            write(transaction, adjustment.id(), decision.seen(), next, now);
            adjustments.step(
                    transaction, adjustment.id(), next, new Step(stepName, decision.person(), now, decision.comment()));
        });
        committed.fire(new Committed());
    }

    private static void write(Handle transaction, UUID adjustment, State from, State to, Instant now) {
        if (from == State.PROPOSED && to == State.APPROVED) {
            AdjustmentCommit.adjust(transaction, adjustment, now);
        } else if (to == State.WITHDRAWN) {
            AdjustmentCommit.restore(transaction, adjustment, now);
        }
    }
}

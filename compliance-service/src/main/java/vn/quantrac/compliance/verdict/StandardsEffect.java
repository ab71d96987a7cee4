package vn.quantrac.compliance.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.standard.Standards;

/** A migration that changes a figure of a regulation changes what was judged by it, like an event of a feed would. */
@ApplicationScoped
class StandardsEffect {
    private final Standards standards;
    private final Judgement judgement;
    private final VerdictFeed verdicts;

    StandardsEffect(Standards standards, Judgement judgement, VerdictFeed verdicts) {
        this.standards = standards;
        this.judgement = judgement;
        this.verdicts = verdicts;
    }

    void apply(Handle transaction) {
        VerdictFeed.lock(transaction);
        if (standards.changed(transaction)) {
            verdicts.append(transaction, judgement.ofStandards(transaction).changes());
        }
    }
}

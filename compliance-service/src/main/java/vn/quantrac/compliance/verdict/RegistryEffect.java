package vn.quantrac.compliance.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedEvent;

/** A changed registry entry changes limits, and with them what was judged. */
@ApplicationScoped
class RegistryEffect implements FeedEffect {
    private final Judgement judgement;
    private final VerdictFeed verdicts;

    RegistryEffect(Judgement judgement, VerdictFeed verdicts) {
        this.judgement = judgement;
        this.verdicts = verdicts;
    }

    @Override
    public void apply(Handle transaction, List<FeedEvent> events) {
        VerdictFeed.lock(transaction);
        verdicts.append(transaction, judgement.ofRegistry(transaction, events).changes());
    }
}

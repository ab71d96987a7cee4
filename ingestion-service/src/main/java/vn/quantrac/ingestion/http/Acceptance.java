package vn.quantrac.ingestion.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** Takes in a request that is one telegram. */
@ApplicationScoped
class Acceptance {
    /** As long a body is understood by the thread that has read it, which others wait for. */
    private static final int SHORT = 16 * 1024;

    private final CommitPatience patience;
    private final StoredAnswers answers;
    private final long mostBytes;

    Acceptance(CommitPatience patience, StoredAnswers answers, HttpDoorConfig config) {
        this.mostBytes = config.maxBody().asLongValue();
        this.patience = patience;
        this.answers = answers;
    }

    /**
     * What became of a body.
     *
     * @param coding the header {@code Content-Encoding}, or null
     * @param key null when the caller says none
     */
    Uni<Outcome> accept(byte[] body, String coding, RequestKey key, Function<byte[], Telegram> telegram) {
        if (body.length <= SHORT && coding == null) {
            return accept(telegram.apply(body), key);
        }
        return inBackground(() -> telegram.apply(ContentCoding.plain(coding, body, mostBytes)))
                .chain(unpacked -> accept(unpacked, key));
    }

    private Uni<Outcome> accept(Telegram telegram, RequestKey key) {
        return key == null ? patience.accept(telegram) : once(telegram.withId(key.telegram("only")));
    }

    /** Also two of them at once are one: the second finds the first in the database. */
    private Uni<Outcome> once(Telegram telegram) {
        return inBackground(() -> answers.to(telegram)).chain(known -> known.map(
                        outcome -> Uni.createFrom().item(outcome))
                .orElseGet(() -> patience.accept(telegram)
                        .chain(() -> inBackground(() -> answers.to(telegram).orElseThrow()))));
    }

    private static <T> Uni<T> inBackground(Supplier<T> query) {
        return Uni.createFrom().item(query).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

package vn.quantrac.compliance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.compliance.Facts;
import vn.quantrac.compliance.Judged;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** A release whose migration corrects a figure judges again what that figure judged. */
@QuarkusTest
class StandardsEffectIT {
    private static final Instant MIDNIGHT = Instant.parse("2026-10-31T17:00:00Z");

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @Inject
    StandardsEffect standards;

    private Judged judged;

    @Test
    void a_corrected_figure_changes_limits_and_exceedances_and_the_same_one_nothing() {
        Facts facts = new Facts(feeds);
        judged = new Judged(jdbi, feeds);
        facts.parametersAreKnown();
        facts.outfall(10_000, "F10000", "NH4");
        // 5 × 1.2 × 0.9 = 5.4
        facts.say(Facts.readings(10_000, "F10000", "NH4", MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), "5.8"));
        judged.await();
        assertThat(exceedances()).singleElement().satisfies(episode -> assertThat(episode.withdrawn())
                .isFalse());

        migrate("5.5");
        assertThat(limits()).singleElement().satisfies(limit -> assertThat(limit.max())
                .isEqualByComparingTo("5.94"));
        assertThat(exceedances()).singleElement().satisfies(episode -> assertThat(episode.withdrawn())
                .isTrue());

        long said = judged.events().count();
        jdbi.useTransaction(standards::apply);
        assertThat(judged.events().count()).isEqualTo(said);
    }

    @AfterEach
    void the_figure_is_as_it_was() {
        migrate("5");
        assertThat(exceedances()).singleElement().satisfies(episode -> {
            assertThat(episode.withdrawn()).isFalse();
            assertThat(episode.revision()).isEqualTo(2);
        });
    }

    private void migrate(String figure) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "update limit_value set hi = ?::numeric where standard = 'QCVN 40:2011/BTNMT'"
                            + " and parameter = 'NH4' and \"column\" = 'A'",
                    figure);
            standards.apply(handle);
        });
    }

    private List<AppliedLimit> limits() {
        return List.copyOf(judged.current(VerdictMessages.APPLIED_LIMIT, "F10000", AppliedLimit.class)
                .values());
    }

    private List<Exceedance> exceedances() {
        return List.copyOf(judged.current(VerdictMessages.EXCEEDANCE, "F10000", Exceedance.class)
                .values());
    }
}

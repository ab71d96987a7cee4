package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.AdjustmentCalls.as;
import static vn.quantrac.ingestion.AdjustmentCalls.decide;
import static vn.quantrac.ingestion.AdjustmentCalls.proposed;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.readings.Reading;

/** What the services behind this one hear of an adjustment, and what a logger can do about it. */
@QuarkusTest
@RealParts
class AdjustedFeedIT {
    @Inject
    Intaken intaken;

    @Inject
    ObjectMapper json;

    private final AdjustmentCalls day = new AdjustmentCalls();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void an_adjustment_and_its_withdrawal_are_revisions_in_the_feed_and_the_first_is_flagged() throws Exception {
        day.sent("40");
        String id = proposed("operator", day.rule("factor", 2, "status", "01"));
        long before = intaken.head();
        Instant began = Instant.now().minusSeconds(1);
        decide("admin", id, "approve", "proposed").statusCode(200);
        decide("operator", id, "withdraw", "approved").statusCode(200);
        decide("admin", id, "approve", "withdrawal-proposed").statusCode(200);
        List<Reading> said = readings(before);
        assertThat(said).extracting(Reading::revision).containsExactly(1, 2);
        assertThat(said).extracting(Reading::station).containsOnly(PAPER_MILL);
        assertThat(said).extracting(reading -> reading.value().toPlainString()).containsExactly("80", "40");
        assertThat(said).extracting(Reading::status).containsExactly("01", "00");
        assertThat(said.get(0).flags()).containsExactly("adjusted", "late");
        assertThat(said.get(1).flags()).containsExactly("late");
        assertThat(said).allSatisfy(reading -> assertThat(reading.receivedAt()).isAfter(began));
    }

    @Test
    void a_telegram_shows_what_came_of_it_and_not_what_people_made_of_that() {
        day.sent("40");
        String telegram = day.revisions("operator").extract().path("items[0].telegram");
        String id = proposed("operator", day.rule("factor", 2));
        decide("admin", id, "approve", "proposed").statusCode(200);
        List<Object> values = as("operator")
                .get("/api/ingestion/v1/telegrams/" + telegram + "/readings")
                .path("items.value");
        assertThat(values).containsExactly(40);
    }

    @Test
    void a_logger_that_sends_the_original_again_does_not_undo_an_adjustment() {
        day.sent("40");
        String id = proposed("operator", day.rule("factor", 2));
        decide("admin", id, "approve", "proposed").statusCode(200);
        day.sentAt(0, "40.0", "00");
        assertThat(revisions()).containsExactly("40 00", "80 00");
        day.sentAt(0, "41", "00");
        day.sentAt(0, "41", "00");
        assertThat(revisions()).containsExactly("40 00", "80 00", "41 00");
        day.sentAt(0, "40", "00");
        assertThat(revisions()).containsExactly("40 00", "80 00", "41 00", "40 00");
        intaken.mustBeWithoutGaps();
    }

    private List<Reading> readings(long after) throws Exception {
        String page = as("compliance-service")
                .get("/api/ingestion/v1/feed?limit=100&after=" + after)
                .asString();
        List<Reading> readings = new ArrayList<>();
        for (FeedEvent event : json.readValue(page, FeedPage.class).events()) {
            readings.add(json.treeToValue(event.data(), Reading.class));
        }
        return readings;
    }

    private List<String> revisions() {
        return intaken.revisions(PAPER_MILL, "COD", day.at(0));
    }
}

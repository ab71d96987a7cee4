package vn.quantrac.local.e2e;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.local.launch.SuiteUnderTest;

/** A follower of the readings feed that starts from zero, keeps all it was served and never accepts a gap. */
final class FeedWatch {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;

    private final Partner service;
    private final String feed;
    private final List<String> served = new ArrayList<>();

    FeedWatch(SuiteUnderTest suite) {
        this.service = Partner.client(suite.gateway(), "compliance-service");
        this.feed = suite.ingestion() + "/api/ingestion/v1/feed?limit=5000&after=";
    }

    /** What was served so far; the first has cursor 1. */
    List<String> served() {
        return served;
    }

    /** Reads on to the head; while the service is away that is later. */
    void readOn() {
        JsonNode page;
        do {
            page = page();
            if (page == null) {
                return;
            }
            for (JsonNode event : page.get("events")) {
                if (event.get("cursor").asLong() != served.size() + 1L) {
                    throw new AssertionError("After cursor " + served.size() + " came " + event);
                }
                served.add(describe(event.get("data")));
            }
        } while (served.size() < page.get("head").asLong());
    }

    /** A page after what was served; null when nobody answers. */
    private JsonNode page() {
        Response answer;
        try {
            answer = service.ask(feed + served.size());
        } catch (AssertionError | Exception away) {
            return null;
        }
        if (answer.statusCode() == CONFLICT || answer.statusCode() == GONE) {
            throw new AssertionError("The feed went back behind cursor " + served.size() + ": " + answer.asString());
        }
        try {
            return answer.statusCode() == OK ? JSON.readTree(answer.asString()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(JsonNode reading) {
        return SentReading.describe(
                reading.get("station").asText(),
                reading.get("parameter").asText(),
                Instant.parse(reading.get("time").asText()),
                reading.get("value").decimalValue(),
                reading.get("status").asText(),
                reading.get("revision").asInt());
    }
}

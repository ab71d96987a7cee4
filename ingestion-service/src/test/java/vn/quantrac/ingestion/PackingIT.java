package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.STACK;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.ingestion.archive.Packing;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** Old telegrams are compressed, and looked up as before. */
@QuarkusTest
@RealParts
class PackingIT {
    private static final Instant OLD = Instant.now().minus(Duration.ofDays(20));

    @Inject
    Intake intake;

    @Inject
    Intaken intaken;

    @Inject
    Packing packing;

    @Inject
    Jdbi jdbi;

    @Test
    void packed_telegrams_are_looked_up_byte_for_byte() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
        List<Telegram> old = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            old.add(sent(Tt10.text(OLD.plusSeconds(i), "SO2→" + i + "→mg/Nm3"), OLD.plusSeconds(i)));
        }
        old.add(sent("", OLD));
        Telegram large = sent("garbage\n".repeat(10_000), OLD);
        Telegram young = sent("young", Instant.now());

        packing.run(Instant.now().minus(Duration.ofDays(7)));
        packing.run(Instant.now().minus(Duration.ofDays(7)));

        for (Telegram telegram : old) {
            assertThat(isPacked(telegram.id())).isTrue();
            isGivenBack(telegram);
        }
        assertThat(isPacked(large.id())).isFalse();
        assertThat(isPacked(young.id())).isFalse();
        isGivenBack(large);
        isGivenBack(young);
        assertThat(packs()).isBetween(1L, 2L);
    }

    private Telegram sent(String text, Instant at) throws Exception {
        Telegram telegram = Telegram.of(Door.HTTPS, STACK, null, text.getBytes(StandardCharsets.UTF_8), at);
        intake.accept(telegram).get(20, TimeUnit.SECONDS);
        return telegram;
    }

    private static void isGivenBack(Telegram telegram) throws Exception {
        String path = "/api/ingestion/v1/telegrams/" + telegram.id();
        byte[] content = given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get(path + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(telegram.content());
        ExtractableResponse<Response> known = given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get(path)
                .then()
                .statusCode(200)
                .extract();
        assertThat(known.<Integer>path("length")).isEqualTo(telegram.content().length);
        assertThat(known.<String>path("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    private boolean isPacked(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select content is null and pack is not null from telegram where id = :id")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one());
    }

    private long packs() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from telegram_pack where station = :station")
                        .bind("station", STACK)
                        .mapTo(Long.class)
                        .one());
    }
}

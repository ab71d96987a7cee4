package vn.quantrac.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

class FairQueueTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int LENGTH = 100;

    private final FairQueue queue = new FairQueue(config(Map.of(
            "ingestion.intake.queue-telegrams", "20",
            "ingestion.intake.queue-bytes", "4000",
            "ingestion.intake.station-telegrams", "8",
            "ingestion.intake.station-share", "2",
            "ingestion.intake.batch-telegrams", "5",
            "ingestion.intake.batch-readings", "30")));

    @Test
    void stations_are_served_in_turn_and_each_in_its_order() throws Exception {
        for (int n = 0; n < 6; n++) {
            put("backlog", "b" + n, 1);
        }
        put("live", "l0", 1);
        put("other", "o0", 1);

        assertThat(next()).containsExactly("b0", "l0", "o0", "b1", "b2");
        put("live", "l1", 1);
        assertThat(next()).containsExactly("b3", "l1", "b4", "b5");
        assertThat(next()).isEmpty();
    }

    @Test
    void a_batch_ends_with_the_telegram_that_makes_it_large() throws Exception {
        put("a", "a0", 10);
        put("a", "a1", 100);
        put("a", "a2", 1);

        assertThat(next()).containsExactly("a0", "a1");
        assertThat(next()).containsExactly("a2");
    }

    @Test
    void a_station_that_sends_too_much_is_refused_and_the_others_are_not() {
        for (int n = 0; n < 8; n++) {
            queue.reserve("runaway", LENGTH);
        }
        assertThatThrownBy(() -> queue.reserve("runaway", LENGTH)).isInstanceOf(StationBusyException.class);
        queue.reserve("other", LENGTH);

        queue.release("runaway", LENGTH);
        queue.reserve("runaway", LENGTH);
    }

    @Test
    void bytes_count_too_but_one_telegram_of_a_station_always_gets_in() {
        queue.reserve("large", 3_000);
        assertThatThrownBy(() -> queue.reserve("large", 1)).isInstanceOf(StationBusyException.class);
        queue.reserve("other", 900);
        assertThatThrownBy(() -> queue.reserve("third", 200))
                .isInstanceOf(IntakeBusyException.class)
                .isNotInstanceOf(StationBusyException.class);
    }

    @Test
    void what_is_being_committed_counts_until_it_is_released() throws Exception {
        put("a", "a0", 1);
        assertThat(next()).containsExactly("a0");
        assertThat(queue.size()).isEqualTo(1);
        queue.release("a", LENGTH);
        assertThat(queue.size()).isZero();
    }

    @Test
    void it_says_how_long_the_oldest_has_waited() throws Exception {
        assertThat(queue.oldest(System.nanoTime())).isZero();
        put("a", "a0", 1);
        put("b", "b0", 1);
        assertThat(queue.oldest(System.nanoTime() + Duration.ofMinutes(1).toNanos()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        next();
        assertThat(queue.oldest(System.nanoTime())).isZero();
    }

    @Test
    void nobody_gets_in_after_it_is_closed() {
        queue.close();
        assertThatThrownBy(() -> queue.reserve("a", LENGTH)).isInstanceOf(IntakeBusyException.class);
    }

    private void put(String station, String name, int readings) {
        queue.reserve(station, LENGTH);
        NewReading reading = new NewReading(0, 1, Instant.EPOCH, BigDecimal.ONE, "mg/L", "00", List.of());
        Telegram telegram = Telegram.of(Door.MQTT, station, name, new byte[LENGTH], Instant.EPOCH);
        Understood understood = new Understood(telegram, Collections.nCopies(readings, reading), List.of());
        queue.put(station, new Waiting(understood, new CompletableFuture<>(), System.nanoTime()));
    }

    private List<String> next() throws InterruptedException {
        return queue.next(SHORT).stream()
                .map(waiting -> waiting.understood().telegram().name())
                .toList();
    }

    private static IntakeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(IntakeConfig.class)
                .withDefaultValues(values)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(IntakeConfig.class);
    }
}

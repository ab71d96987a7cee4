package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.AIR;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.net.ftp.FTPClient;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.file.FtpDoor;

/** A logger that was cut off for weeks sends a file for each time of measurement; {@code -Dbacklog=20000} for more. */
@QuarkusTest
@RealParts
class FtpBacklogIT {
    private static final Logger LOG = Logger.getLogger(FtpBacklogIT.class);
    private static final int FILES = Integer.getInteger("backlog", 2_000);
    private static final Instant BEGIN = Instant.now().minusSeconds(300L * 86_400);
    private static final int INTERVAL = 300;

    @Inject
    FtpDoor door;

    @Inject
    Intaken intaken;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Ftp.ready(door.port(), AIR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void every_file_of_a_backlog_is_stored_once(int connections) throws Exception {
        ExecutorService loggers = Executors.newFixedThreadPool(connections);
        long before = intaken.telegrams(AIR);
        long readings = intaken.readings();
        long began = System.nanoTime();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i;
            sent.add(CompletableFuture.runAsync(() -> send(connections, first), loggers));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(20, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - began) / 1e9;
        LOG.infof("%d files by %d connections: %.0f files/s", FILES, connections, FILES / seconds);
        assertThat(intaken.telegrams(AIR) - before).isEqualTo(FILES);
        assertThat(intaken.readings() - readings).isEqualTo(2L * FILES);
        loggers.shutdown();
    }

    private void send(int connections, int first) {
        try {
            FTPClient logger = Ftp.as(door.port(), AIR);
            for (int i = first; i < FILES; i += connections) {
                Instant time = BEGIN.plusSeconds((long) INTERVAL * i + connections);
                String name = "/" + i % 28 + "/" + Tt10.fileName(AIR, time);
                String text = Tt10.text(time, "PM10→" + i + "→ug/m3", "SO2→11.0→ug/m3");
                assertThat(Ftp.put(logger, name, text)).as(name).isTrue();
            }
            logger.disconnect();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

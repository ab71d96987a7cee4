package vn.quantrac.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final int LARGEST = 1_000_000;

    private final List<String> stored = new ArrayList<>();

    @Test
    void bytes_may_come_in_any_order_but_none_may_be_missing() throws Exception {
        UploadMemory memory = new UploadMemory(config(LARGEST, Duration.ZERO));
        Upload upload = upload(memory, true);
        write(upload, 3, "lo");
        write(upload, 0, "hel");
        write(upload, 5, "!");
        upload.end();
        upload.end();
        assertThat(stored).containsExactly("0 hello!");
        Upload gap = upload(memory, true);
        write(gap, 0, "he");
        write(gap, 4, "o");
        assertThatThrownBy(gap::end).hasMessageContaining("missing");
        assertThat(memory.used()).isZero();
    }

    @Test
    void what_continues_a_file_begins_where_it_begins_and_nothing_is_not_stored() throws Exception {
        UploadMemory memory = new UploadMemory(config(LARGEST, Duration.ZERO));
        Upload upload = upload(memory, false);
        write(upload, 700, "TSS");
        upload.end();
        upload(memory, false).end();
        assertThat(stored).containsExactly("700 TSS");
        upload(memory, true).end();
        assertThat(stored).containsExactly("700 TSS", "0 ");
    }

    @Test
    void what_is_too_long_is_not_held() throws Exception {
        UploadMemory memory = new UploadMemory(config(LARGEST, Duration.ZERO));
        Upload upload = upload(memory, true);
        write(upload, 0, "x".repeat(LARGEST));
        assertThatThrownBy(() -> write(upload, LARGEST, "x")).isInstanceOf(UploadRefusedException.class);
        assertThat(memory.used()).isZero();
        assertThatThrownBy(upload::end).isInstanceOf(UploadRefusedException.class);
        assertThat(stored).isEmpty();
        Upload far = upload(memory, true);
        assertThatThrownBy(() -> write(far, Long.MAX_VALUE - 1, "x")).isInstanceOf(UploadRefusedException.class);
    }

    @Test
    void an_upload_waits_for_memory_until_others_have_ended() throws Exception {
        UploadMemory memory = new UploadMemory(config(10_000, Duration.ofSeconds(20)));
        Upload first = upload(memory, true);
        write(first, 0, "x".repeat(9_000));
        Upload ahead = upload(memory, true);
        write(ahead, 0, "y".repeat(9_000));
        Upload last = upload(memory, true);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                write(last, 0, "z".repeat(9_000));
            } catch (UploadRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        write(ahead, 9_000, "y".repeat(9_000));
        first.end();
        ahead.end();
        waiting.get(10, TimeUnit.SECONDS);
        last.end();
        assertThat(stored).hasSize(3);
        assertThat(memory.used()).isZero();
    }

    @Test
    void an_upload_that_waits_too_long_is_refused() throws Exception {
        UploadMemory memory = new UploadMemory(config(10_000, Duration.ofMillis(50)));
        Upload first = upload(memory, true);
        write(first, 0, "x".repeat(9_000));
        Upload ahead = upload(memory, true);
        write(ahead, 0, "y".repeat(9_000));
        assertThatThrownBy(() -> write(upload(memory, true), 0, "z".repeat(9_000)))
                .isInstanceOfSatisfying(
                        UploadRefusedException.class,
                        e -> assertThat(e.why().ftpReply()).isEqualTo(452));
    }

    private static void write(Upload upload, long position, String text) throws UploadRefusedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        upload.write(position, bytes, 0, bytes.length);
    }

    private Upload upload(UploadMemory memory, boolean whole) {
        return new Upload(
                memory,
                LARGEST,
                whole,
                (from, content) -> stored.add(from + " " + new String(content, StandardCharsets.UTF_8)));
    }

    private static FileConfig config(long memory, Duration patience) {
        return new FileConfig() {
            @Override
            public MemorySize largest() {
                return new MemorySize(BigInteger.valueOf(LARGEST));
            }

            @Override
            public MemorySize memory() {
                return new MemorySize(BigInteger.valueOf(memory));
            }

            @Override
            public Duration commitPatience() {
                return patience;
            }

            @Override
            public Duration resumable() {
                return Duration.ofDays(3);
            }
        };
    }
}

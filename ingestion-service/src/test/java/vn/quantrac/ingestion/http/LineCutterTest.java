package vn.quantrac.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    private static final int LONGEST_LINE = 64 * 1024;

    private final Random random = new Random(5878);

    @Test
    void whatever_is_sent_every_byte_is_in_one_chunk_and_every_line_has_its_number() throws IOException {
        for (int i = 0; i < 60; i++) {
            byte[] body = body(random.nextInt(1_500_000));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            long ends = 0;
            List<Chunk> chunks = chunks(new LineCutter(new ByteArrayInputStream(body)));
            for (Chunk chunk : chunks) {
                assertThat(chunk.content().length).isBetween(1, LineCutter.CHUNK);
                assertThat(chunk.firstLine()).isEqualTo(ends + 1);
                assertThat(chunk.last()).isEqualTo(chunk == chunks.get(chunks.size() - 1));
                for (byte one : chunk.content()) {
                    ends += one == '\n' ? 1 : 0;
                }
                joined.writeBytes(chunk.content());
            }
            assertThat(joined.toByteArray()).isEqualTo(body);
        }
    }

    @Test
    void where_it_cuts_does_not_follow_from_how_the_bytes_arrive() throws IOException {
        for (int i = 0; i < 30; i++) {
            byte[] body = body(random.nextInt(1_500_000));
            assertThat(contents(new LineCutter(new Trickle(body))))
                    .isEqualTo(contents(new LineCutter(new ByteArrayInputStream(body))));
        }
    }

    @Test
    void every_piece_of_a_line_without_end_is_too_long_to_be_taken_for_a_line() throws IOException {
        for (int length = LineCutter.CHUNK - 2; length < 4 * LineCutter.CHUNK; length += 10_007) {
            byte[] body = ("x".repeat(length) + "\na\n").getBytes(StandardCharsets.UTF_8);
            for (String chunk : contents(new LineCutter(new ByteArrayInputStream(body)))) {
                for (String line : chunk.split("\n")) {
                    assertThat(line.equals("a") || line.length() > LONGEST_LINE).isTrue();
                }
            }
        }
    }

    @Test
    void a_chunk_that_ends_where_the_stream_ends_is_the_last_one() throws IOException {
        byte[] body = ("x".repeat(63) + "\n").repeat(2 * LineCutter.CHUNK / 64).getBytes(StandardCharsets.UTF_8);
        assertThat(chunks(new LineCutter(new ByteArrayInputStream(body))))
                .extracting(Chunk::last)
                .containsExactly(false, true);
    }

    @Test
    void the_head_of_a_table_is_before_every_chunk() throws IOException {
        byte[] body = ("head\r\n" + ("x".repeat(63) + "\n").repeat(9_000)).getBytes(StandardCharsets.UTF_8);
        LineCutter cutter = new LineCutter(new ByteArrayInputStream(body));
        assertThat(cutter.takeHead()).asString().isEqualTo("head\r\n");
        List<Chunk> chunks = chunks(cutter);
        assertThat(chunks).hasSize(3);
        for (Chunk chunk : chunks) {
            assertThat(chunk.content()).asString().startsWith("head\r\nx");
        }
        assertThat(chunks.get(0).lineOfStream(2)).isEqualTo(2);
        assertThat(chunks.get(1).lineOfStream(2)).isEqualTo(chunks.get(0).lastLine() + 1);
        assertThat(chunks.get(2).lastLine()).isEqualTo(9_001);
    }

    /** Lines of all lengths, some of which are longer than a chunk. */
    private byte[] body(int length) {
        byte[] body = new byte[length];
        int longest = random.nextInt(4) == 0 ? 600_000 : 80;
        int end = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            body[i] = i == end ? (byte) '\n' : (byte) 'x';
            end = i == end ? i + 1 + random.nextInt(longest) : end;
        }
        return body;
    }

    private static List<Chunk> chunks(LineCutter cutter) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (Chunk chunk = cutter.next(); chunk != null; chunk = cutter.next()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private static List<String> contents(LineCutter cutter) throws IOException {
        return chunks(cutter).stream()
                .map(chunk -> new String(chunk.content(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Gives a few bytes at a time. */
    private final class Trickle extends InputStream {
        private final ByteArrayInputStream body;

        Trickle(byte[] body) {
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return body.read(into, from, Math.min(length, 1 + random.nextInt(5_000)));
        }
    }
}

package vn.quantrac.ingestion.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackTest {
    @Test
    void every_telegram_is_given_back_and_alike_ones_take_little() {
        Pack pack = new Pack();
        byte[] first = bytes("COD\t58.7\tmg/L\t20250615101500\t00\r\n");
        byte[] odd = {0, (byte) 0xFF, '\n'};
        pack.add(UUID.randomUUID(), first);
        pack.add(UUID.randomUUID(), new byte[0]);
        pack.add(UUID.randomUUID(), odd);
        for (int i = 0; i < 285; i++) {
            pack.add(UUID.randomUUID(), bytes("COD\t" + i + "\tmg/L\t202506151" + (10_000 + i) + "\t00\r\n"));
        }
        byte[] compressed = pack.compressed();
        assertThat(Pack.slice(compressed, pack.from()[0], pack.lengths()[0])).isEqualTo(first);
        assertThat(Pack.slice(compressed, pack.from()[1], pack.lengths()[1])).isEmpty();
        assertThat(Pack.slice(compressed, pack.from()[2], pack.lengths()[2])).isEqualTo(odd);
        assertThat(compressed.length).isLessThan(288 * first.length / 5);
        assertThat(pack.telegrams()).hasSize(288);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

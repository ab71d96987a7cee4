package vn.quantrac.ingestion.tt10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.telegram.Line;

/** Files that were damaged at random, the same ones in every run. */
class DamagedFilesTest {
    private static final int FILES = 10_000;
    private static final String TIME = "20250615101500";
    private static final String[] SYMBOLS = {"Flow", "pH", "Temp", "COD", "TSS", "NH4", "PM2,5"};
    private static final byte[] NASTY = {0, '\t', ' ', '\r', ',', '.', '-', '0', (byte) 0xB5, (byte) 0xFF, 'x'};

    private final Tt10Text tt10 = new Tt10Text(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void whatever_happens_to_a_file_every_byte_is_in_a_reading_or_a_refusal() {
        Random random = new Random(10_2021);
        for (int i = 0; i < FILES; i++) {
            byte[] file = file(random).getBytes(StandardCharsets.UTF_8);
            for (int damage = random.nextInt(8); damage >= 0; damage--) {
                file = damaged(file, random);
            }
            mustBeCovered(file, tt10.parse(file));
        }
    }

    @Test
    void noise_is_refused_and_covered() {
        Random random = new Random(24_2017);
        for (int i = 0; i < FILES; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            mustBeCovered(noise, tt10.parse(noise));
        }
    }

    @Test
    void a_damaged_line_leaves_its_neighbours_as_they_are() {
        Random random = new Random(2026);
        for (int i = 0; i < FILES; i++) {
            byte[] middle = ("COD\t58.7\tmg/L\t" + TIME + "\t00").getBytes(StandardCharsets.UTF_8);
            for (int damage = random.nextInt(8); damage >= 0; damage--) {
                middle = withoutLineEnds(damaged(middle, random));
            }
            byte[] file = joined("pH\t7.21\t-\t" + TIME + "\t00\r\n", middle, "\r\nTSS\t31.2\tmg/L\t" + TIME + "\t00");
            List<Line> lines = tt10.parse(file);
            assertThat(lines.get(0)).isInstanceOfSatisfying(Line.Readable.class, reading -> assertThat(reading.symbol())
                    .isEqualTo("pH"));
            assertThat(lines.get(lines.size() - 1))
                    .isInstanceOfSatisfying(Line.Readable.class, reading -> assertThat(reading.symbol())
                            .isEqualTo("TSS"));
        }
    }

    /** The damaged record itself may be refused, read differently it may not be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COD→mg/L→T→00",
                "COD→58.7→T→00",
                "58.7→mg/L→T→00",
                "COD→58.7→mg/L→T",
                "COD→58.7→mg/L→2025061510150→00",
                "COD→58.7→mg/L→→00",
                "COD→x→58.7→mg/L→T→00",
            })
    void a_record_with_a_field_less_or_more_leaves_the_others_of_its_line_as_they_are(String broken) {
        String line = "pH→7.21→-→T→00→" + broken + "→TSS→31.2→mg/L→T→00→NH4→1.84→mg/L→T→00";
        byte[] file = line.replace("T→0", TIME + "→0")
                .replace("T→TSS", TIME + "→TSS")
                .replace('→', '\t')
                .getBytes(StandardCharsets.UTF_8);
        List<Line> lines = tt10.parse(file);
        mustBeCovered(file, lines);
        List<String> read = new ArrayList<>();
        for (Line each : lines) {
            if (each instanceof Line.Readable reading && !reading.symbol().equals("COD")) {
                read.add(reading.symbol() + " " + reading.value());
            }
        }
        assertThat(read).startsWith("pH 7.21").endsWith("NH4 1.84").isSubsetOf("pH 7.21", "TSS 31.2", "NH4 1.84");
    }

    private static void mustBeCovered(byte[] file, List<Line> lines) {
        BitSet covered = new BitSet();
        for (Line line : lines) {
            int already = covered.get(line.from(), line.to()).cardinality();
            if (line.to() > file.length || already > 0) {
                fail("%s is outside of the file or in another record: %s", line, Arrays.toString(file));
            }
            covered.set(line.from(), line.to());
        }
        boolean marked = file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF;
        for (int i = marked ? 3 : 0; i < file.length; i++) {
            boolean white = file[i] > 0 && file[i] <= ' ';
            if (!covered.get(i) && !white) {
                fail("Byte %d is in no record: %s", i, Arrays.toString(file));
            }
        }
    }

    private static String file(Random random) {
        StringBuilder file = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        String separator = random.nextInt(3) == 0 ? "  " : "\t";
        String end = List.of("\r\n", "\n", separator).get(random.nextInt(3));
        int layout = random.nextInt(5);
        for (int i = random.nextInt(12); i >= 0; i--) {
            String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
            String value = random.nextInt(6) == 0 ? "---" : random.nextInt(500) + "." + random.nextInt(100);
            List<String> fields =
                    switch (layout) {
                        case 0 -> List.of(symbol, value, "mg/L", TIME);
                        case 1 -> List.of(TIME, symbol, value, "mg/L");
                        case 2 -> List.of(TIME, symbol, value);
                        case 3 -> List.of(symbol, value, TIME, "00");
                        default -> List.of(symbol, value, "mg/L", TIME, "00");
                    };
            file.append(String.join(separator, fields)).append(end);
        }
        return file.toString();
    }

    private static byte[] damaged(byte[] file, Random random) {
        int at = file.length == 0 ? 0 : random.nextInt(file.length);
        int length = Math.min(file.length - at, 1 + random.nextInt(20));
        byte nasty = NASTY[random.nextInt(NASTY.length)];
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> spliced(file, at, at, nasty);
            case 2 -> spliced(file, at, Math.min(file.length, at + 1), nasty);
            case 3 -> spliced(file, at, at + length);
            default -> spliced(file, at, at, Arrays.copyOfRange(file, at, at + length));
        };
    }

    private static byte[] spliced(byte[] file, int from, int to, byte... with) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(file, 0, from);
        spliced.writeBytes(with);
        spliced.write(file, to, file.length - to);
        return spliced.toByteArray();
    }

    private static byte[] withoutLineEnds(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).replace("\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(String before, byte[] middle, String after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        joined.writeBytes(middle);
        joined.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return joined.toByteArray();
    }
}

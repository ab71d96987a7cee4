package vn.quantrac.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Line.Readable;

/** Tables made at random, the same ones in every run. */
class ShuffledCsvTest {
    private static final int TABLES = 3_000;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(VIETNAM);
    private static final String[] SYMBOLS = {"COD", "PM2,5", "PM2.5", "Nhiệt độ", "a \"b\" c", "NO;x"};
    private static final String[] UNITS = {"mg/L", "µg/m³", "", "°C"};
    private static final byte[] NASTY = {0, ',', '"', '\r', ' ', ';', '\t', (byte) 0xB5, (byte) 0xFF, 'x'};

    private final CsvText csv = new CsvText(VIETNAM);
    private final Random random = new Random(4180);

    @Test
    void whatever_the_order_and_the_quoting_the_readings_are_the_same() throws BadFieldException {
        for (int i = 0; i < TABLES; i++) {
            List<Readable> readings = readings();
            List<Line> read = csv.parse(written(readings).getBytes(StandardCharsets.UTF_8));
            assertThat(read).hasSameSizeAs(readings);
            for (int j = 0; j < read.size(); j++) {
                assertThat(meaning((Readable) read.get(j))).isEqualTo(meaning(readings.get(j)));
            }
        }
    }

    @Test
    void whatever_happens_to_the_lines_every_byte_is_in_a_reading_or_a_refusal() throws BadFieldException {
        for (int i = 0; i < TABLES; i++) {
            byte[] table = written(readings()).getBytes(StandardCharsets.UTF_8);
            int below = new String(table, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
            for (int damage = random.nextInt(8); damage > 0 && below < table.length; damage--) {
                table[below + random.nextInt(table.length - below)] = NASTY[random.nextInt(NASTY.length)];
            }
            BitSet covered = new BitSet();
            csv.parse(table).forEach(line -> covered.set(line.from(), line.to()));
            for (int at = below; at < table.length; at++) {
                assertThat(covered.get(at) || table[at] >= 0 && table[at] <= ' ')
                        .isTrue();
            }
        }
    }

    private List<Readable> readings() {
        List<Readable> readings = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            readings.add(new Readable(
                    0,
                    0,
                    0,
                    SYMBOLS[random.nextInt(SYMBOLS.length)],
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(), random.nextInt(6)),
                    UNITS[random.nextInt(UNITS.length)],
                    Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000)),
                    random.nextInt(5) == 0 ? null : "0" + random.nextInt(3)));
        }
        return readings;
    }

    private String written(List<Readable> readings) {
        List<Column> columns = new ArrayList<>(List.of(Column.values()));
        Collections.shuffle(columns, random);
        char separator = random.nextBoolean() ? ',' : ';';
        String lineEnd = random.nextBoolean() ? "\r\n" : "\n";
        StringBuilder table = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        row(table, columns.stream().map(Column::name).toList(), separator);
        for (Readable reading : readings) {
            table.append(lineEnd);
            row(table, columns.stream().map(column -> text(reading, column)).toList(), separator);
        }
        return table.append(random.nextBoolean() ? lineEnd : "").toString();
    }

    private void row(StringBuilder table, List<String> cells, char separator) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean mustQuote = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0;
            table.append(i == 0 ? "" : separator).append(" ".repeat(random.nextInt(2)));
            table.append(mustQuote || random.nextInt(3) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
    }

    private String text(Readable reading, Column column) {
        return switch (column) {
            case PARAMETER -> reading.symbol();
            case TIME -> time(reading.time());
            case VALUE ->
                reading.value() == null
                        ? random.nextBoolean() ? "" : "---"
                        : random.nextBoolean()
                                ? reading.value().toPlainString()
                                : reading.value().toPlainString().replace('.', ',');
            case UNIT -> reading.unit();
            case STATUS -> reading.status() == null ? "" : reading.status();
        };
    }

    private String time(Instant time) {
        return switch (random.nextInt(4)) {
            case 0 -> time.toString();
            case 1 -> DIGITS.format(time);
            case 2 -> time.atZone(VIETNAM).toOffsetDateTime().toString();
            default -> time.atOffset(ZoneOffset.ofHours(-3)).toString();
        };
    }

    private static List<Object> meaning(Readable reading) {
        return Arrays.asList(reading.symbol(), reading.value(), reading.unit(), reading.time(), reading.status());
    }
}

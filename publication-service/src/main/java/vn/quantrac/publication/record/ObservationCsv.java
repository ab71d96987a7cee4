package vn.quantrac.publication.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Observations as CSV (RFC 4180) in UTF-8. */
public final class ObservationCsv implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Writer writer;
    private final CsvWriter csv;
    private final boolean withCursor;

    /**
     * @param mark whether to begin with the mark by which spreadsheets know UTF-8
     * @param withCursor whether the first column is the cursor
     */
    public ObservationCsv(OutputStream out, boolean mark, boolean withCursor) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.withCursor = withCursor;
        if (mark) {
            writer.write(BYTE_ORDER_MARK);
        }
        this.csv = CsvWriter.builder().build(writer);
        String columns = "station,parameter,time,value,unit,status,flags,revision,receivedAt";
        csv.writeRecord((withCursor ? "cursor," + columns : columns).split(","));
    }

    public void write(long cursor, Observation observation) {
        CsvWriter.CsvWriterRecord row = csv.writeRecord();
        if (withCursor) {
            row.writeField(Long.toString(cursor));
        }
        row.writeField(harmless(observation.station()))
                .writeField(harmless(observation.parameter()))
                .writeField(MILLIS.format(observation.time()))
                .writeField(
                        observation.value() == null ? "" : observation.value().toPlainString())
                .writeField(harmless(observation.unit()))
                .writeField(harmless(observation.status()))
                .writeField(harmless(String.join(" ", observation.flags())))
                .writeField(Integer.toString(observation.revision()))
                .writeField(MILLIS.format(observation.receivedAt()))
                .endRecord();
    }

    /** A spreadsheet must not take a text for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
        writer.close();
    }
}

package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import vn.quantrac.ingestion.csv.CsvText;
import vn.quantrac.ingestion.telegram.BadFieldException;

/** The bytes of a stream on their way into telegrams. */
final class ReadingStream {
    private final LineCutter cutter;

    private ReadingStream(LineCutter cutter) {
        this.cutter = cutter;
    }

    /**
     * Reads as much as tells whether it can be understood at all.
     *
     * @param coding the header {@code Content-Encoding}, or null
     * @throws HttpProblem 400 when the body breaks off, or when a table does not say what its columns are
     */
    static ReadingStream open(InputStream body, String coding, StreamFormat format) {
        try {
            InputStream plain = ContentCoding.plain(coding, body);
            LineCutter cutter = new LineCutter(format == StreamFormat.ARRAY ? new ArrayLines(plain) : plain);
            if (format.isHeaded()) {
                CsvText.requireHead(cutter.takeHead());
            }
            return new ReadingStream(cutter);
        } catch (BadFieldException e) {
            throw DoorProblem.badHeader(e.getMessage());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Reads it to its end; returns when all of it is committed.
     *
     * @throws HttpProblem when that cannot be; what the totals count is committed even so
     */
    void into(StreamIntake intake) {
        try {
            for (Chunk chunk = cutter.next(); chunk != null; chunk = cutter.next()) {
                if (!chunk.isBlank()) {
                    intake.take(chunk);
                }
            }
        } catch (IOException e) {
            intake.end();
            throw broken(e);
        }
        intake.end();
    }

    private static HttpProblem broken(IOException failure) {
        if (failure instanceof ArrayLines.MalformedArrayException) {
            return DoorProblem.brokenBody(failure.getMessage());
        }
        boolean compression = failure instanceof ZipException || failure instanceof EOFException;
        return DoorProblem.brokenBody(compression ? "Not gzip: " + failure.getMessage() : "It ended too early");
    }
}

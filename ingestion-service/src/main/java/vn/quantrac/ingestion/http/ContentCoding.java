package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The {@code Content-Encoding} of a request: none, or gzip. */
final class ContentCoding {
    private static final int BUFFER = 16 * 1024;

    private ContentCoding() {}

    /**
     * A body as it was before it was compressed.
     *
     * @param coding the header, or null
     * @throws HttpProblem 413 when it is longer than {@code most}, whatever it was compressed to; 400 when it is broken;
     *     415 for another coding
     */
    static byte[] plain(String coding, byte[] body, long most) {
        if (isNone(coding)) {
            return body;
        }
        try (InputStream plain = plain(coding, new ByteArrayInputStream(body))) {
            byte[] content = plain.readNBytes((int) most + 1);
            if (content.length > most) {
                throw DoorProblem.tooLarge(most);
            }
            return content;
        } catch (ZipException | EOFException e) {
            throw DoorProblem.brokenBody("Not gzip: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory are always there", e);
        }
    }

    /**
     * The same for a body of any length, read as it comes.
     *
     * @throws IOException when the body breaks off or does not begin as gzip does
     */
    static InputStream plain(String coding, InputStream body) throws IOException {
        if (isNone(coding)) {
            return body;
        }
        if (!coding.equalsIgnoreCase("gzip") && !coding.equalsIgnoreCase("x-gzip")) {
            throw DoorProblem.unknownCoding(coding);
        }
        return new GZIPInputStream(new UntilEnd(body), BUFFER);
    }

    private static boolean isNone(String coding) {
        return coding == null || coding.isBlank() || coding.equalsIgnoreCase("identity");
    }

    /**
     * A gzip may be followed by another one, which Java reads only when {@code available} says that something is there;
     * what has not yet come through the network is there too.
     */
    private static final class UntilEnd extends PushbackInputStream {
        UntilEnd(InputStream body) {
            super(body);
        }

        @Override
        public int available() throws IOException {
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }
}

package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Loggers that speak FTP. */
final class Ftp {
    private Ftp() {}

    static FTPClient as(int port, String station) throws IOException {
        FTPClient logger = connected(port);
        assertThat(logger.login(station, RegistryFixture.secretOf(station))).isTrue();
        logger.setFileType(FTP.BINARY_FILE_TYPE);
        return logger;
    }

    static FTPClient connected(int port) throws IOException {
        FTPClient logger = new Breaking();
        logger.setControlEncoding("UTF-8");
        logger.setConnectTimeout(10_000);
        logger.setDefaultTimeout(20_000);
        logger.connect("localhost", port);
        logger.enterLocalPassiveMode();
        return logger;
    }

    /** Waits until the door knows the stations. */
    static void ready(int port, String station) throws Exception {
        Eventually.holds(() -> {
            FTPClient logger = connected(port);
            boolean known = logger.login(station, RegistryFixture.secretOf(station));
            logger.disconnect();
            return known;
        });
    }

    static boolean put(FTPClient logger, String name, String text) {
        try {
            return logger.storeFile(name, bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean append(FTPClient logger, String name, String text) throws IOException {
        return logger.appendFile(name, bytes(text));
    }

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the beginning of a file and lets the data connection break; the reply is left to be read. */
    static int putAndBreak(FTPClient logger, String name, String text) throws IOException {
        Socket data = ((Breaking) logger).open("STOR", name);
        OutputStream out = data.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        // Closes with a reset, as a lost link does.
        data.setSoLinger(true, 0);
        data.close();
        return logger.getReply();
    }

    /** Gives its data connections away. */
    private static final class Breaking extends FTPClient {
        Socket open(String command, String name) throws IOException {
            return _openDataConnection_(command, name);
        }
    }
}

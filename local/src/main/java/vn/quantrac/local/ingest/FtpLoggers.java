package vn.quantrac.local.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Files by FTP; a logger signs in again when the next file is another station's. */
record FtpLoggers(Doors doors, int connections) implements Loggers {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(7));
    private static final AtomicLong FILES = new AtomicLong();

    @Override
    public void send(List<Sending> sendings) throws Exception {
        List<List<Sending>> shares = byStation(sendings);
        InTurn.send(
                shares.stream()
                        .map(share -> new Sending(share.get(0).station(), null))
                        .toList(),
                connections,
                () -> new InTurn.Logger() {
                    @Override
                    public void send(Sending station) throws IOException {
                        store(station.station(), shares);
                    }

                    @Override
                    public void close() {
                        // Every station's connection is closed with its last file.
                    }
                });
    }

    private static List<List<Sending>> byStation(List<Sending> sendings) {
        return sendings.stream().collect(java.util.stream.Collectors.groupingBy(Sending::station)).values().stream()
                .toList();
    }

    private void store(String station, List<List<Sending>> shares) throws IOException {
        FTPClient client = new FTPClient();
        client.connect(doors.ftp().getHost(), doors.ftp().getPort());
        if (!client.login(station, doors.credentials().secretOf(station))) {
            throw new IOException(client.getReplyString());
        }
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        for (List<Sending> share : shares) {
            if (share.get(0).station().equals(station)) {
                for (Sending file : share) {
                    String name =
                            station + "_" + STAMP.format(Instant.EPOCH.plusSeconds(FILES.incrementAndGet())) + ".txt";
                    if (!client.storeFile(name, new ByteArrayInputStream(file.content()))) {
                        throw new IOException(client.getReplyString());
                    }
                }
            }
        }
        client.logout();
        client.disconnect();
    }
}

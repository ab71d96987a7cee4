package vn.quantrac.local.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Files by FTP, a few stations at a time, each by a connection of its own. */
record FtpLoggers(Doors doors, int connections) implements Loggers {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(7));
    private static final AtomicLong FILES = new AtomicLong();

    @Override
    public void send(List<Sending> sendings) throws Exception {
        Map<String, List<Sending>> byStation = sendings.stream().collect(Collectors.groupingBy(Sending::station));
        Queue<List<Sending>> stations = new ConcurrentLinkedQueue<>(byStation.values());
        Together.run(connections, () -> {
            for (List<Sending> next = stations.poll(); next != null; next = stations.poll()) {
                store(next);
            }
        });
    }

    private void store(List<Sending> files) throws IOException {
        String station = files.get(0).station();
        FTPClient client = new FTPClient();
        client.connect(doors.ftp().getHost(), doors.ftp().getPort());
        require(client, client.login(station, doors.credentials().secretOf(station)));
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        for (Sending file : files) {
            String sent = STAMP.format(Instant.EPOCH.plusSeconds(FILES.incrementAndGet()));
            require(client, client.storeFile(station + "_" + sent + ".txt", new ByteArrayInputStream(file.content())));
        }
        client.logout();
        client.disconnect();
    }

    private static void require(FTPClient client, boolean done) throws IOException {
        if (!done) {
            throw new IOException(client.getReplyString());
        }
    }
}

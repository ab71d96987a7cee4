package vn.quantrac.local.ingest;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import vn.quantrac.local.province.LargeProvince;

/**
 * Measures the doors of the intake beside what PostgreSQL itself can do, in the same run and on the same machine: the
 * database, ingestion and this load generator share it. Rows are counted in the database. Every figure is one line
 * {@code bench NAME VALUE UNIT}.
 */
public final class IngestBench {
    /** As many as a province has. */
    public static final int STATIONS = 200;

    /** Says every connection it makes; kept here, for a logger that nobody holds forgets its level. */
    private static final Logger VERTX = Logger.getLogger("io.vertx");

    private static final int READINGS = 1_000_000;
    private static final int CONNECTIONS = 50;
    private static final Set<String> WAYS =
            Set.of("https-csv", "https-json", "ftp", "mqtt-10", "mqtt-1", "https-single");

    private final Connection database;
    private final Doors doors;
    private final Vertx vertx = Vertx.vertx();
    private final Outage all = new Outage(
            IntStream.rangeClosed(1, STATIONS).mapToObj(LargeProvince::station).toList(), 390);
    private final Outage some = new Outage(
            IntStream.rangeClosed(1, CONNECTIONS)
                    .mapToObj(LargeProvince::station)
                    .toList(),
            200);
    private final Set<String> ways;
    private final double copy;

    private IngestBench(Connection database, Doors doors, int readings, Set<String> ways) throws Exception {
        this.ways = ways;
        this.database = database;
        this.doors = doors;
        PlainTable plain = new PlainTable(database);
        plain.copied(readings / 4);
        this.copy = plain.copied(readings);
        print("copy", copy, "readings/s");
    }

    /** Arguments: how many readings each way stores, {@value #READINGS} when none is given; the ways, else all. */
    public static void main(String[] arguments) throws Exception {
        int readings = arguments.length == 0 ? READINGS : Integer.parseInt(arguments[0]);
        Set<String> ways = arguments.length < 2 ? WAYS : Set.of(Arrays.copyOfRange(arguments, 1, arguments.length));
        VERTX.setLevel(Level.WARNING);
        Map<String, String> environment = System.getenv();
        try (Connection database = DriverManager.getConnection(
                environment.get("QUANTRAC_BENCH_DB_URL"),
                environment.get("QUANTRAC_BENCH_DB_USER"),
                environment.get("QUANTRAC_BENCH_DB_PASSWORD"))) {
            awaitRegistry(database);
            new IngestBench(database, Doors.from(environment), readings, ways).run(readings);
            System.exit(0);
        } catch (Exception e) {
            // Event loops would keep the process.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void awaitRegistry(Connection database) throws SQLException, InterruptedException {
        while (number(database, "select count(*) from registry_entry where type = 'credential'") < STATIONS) {
            Thread.sleep(200);
        }
    }

    private void run(int readings) throws Exception {
        Loggers json = new HttpsLoggers(vertx, doors, doors.service(), "telegrams", "application/json", 4);
        Loggers single = new HttpsLoggers(vertx, doors, doors.service(), "telegrams", "application/json", CONNECTIONS);
        Loggers mqtt = new MqttLoggers(vertx, doors, 100);
        Loggers ftp = new FtpLoggers(doors, 4);

        Loggers csv = new HttpsLoggers(vertx, doors, doors.gateway(), "readings", "text/csv", 4);

        measure("https-csv", csv, () -> all.sendings(Format.CSV, readings, 10_000));
        measure("https-json", json, () -> all.sendings(Format.JSON, readings, 1_000));
        if (ways.contains("ftp")) {
            try (LiveLogger live = new LiveLogger(vertx, doors, LargeProvince.station(STATIONS))) {
                measure("ftp", ftp, () -> all.sendings(Format.TT10, readings, 2_000));
                print("live-puback-p50", live.percentile(50), "ms");
                print("live-puback-p99", live.percentile(99), "ms");
            }
        }
        measure("mqtt-10", mqtt, () -> some.sendings(Format.JSON, readings, 10));
        measure("mqtt-1", mqtt, () -> some.sendings(Format.JSON, readings / 4, 1));
        if (ways.contains("https-single")) {
            double one = new PlainTable(database).committedOneByOne(readings / 100);
            print("one-row-commits", one, "readings/s");
            single.send(some.sendings(Format.JSON, readings / 20, 1));
            double posts = stored(single, some.sendings(Format.JSON, readings / 10, 1));
            print("https-single", posts, "readings/s");
            print("https-single-ratio", posts / one, "of-one-row-commits");
        }
        print("service-memory", serviceMegabytes(), "MB-at-most");
    }

    private void measure(String name, Loggers loggers, Supplier<List<Sending>> outage) throws Exception {
        if (!ways.contains(name)) {
            return;
        }
        List<Sending> sendings = outage.get();
        // Once before it counts: the first of everything is slow.
        int first = sendings.size() / 10;
        loggers.send(sendings.subList(0, first));
        double perSecond = stored(loggers, sendings.subList(first, sendings.size()));
        print(name, perSecond, "readings/s");
        print(name + "-ratio", perSecond / copy, "of-copy");
    }

    /** Readings a second, from the first byte to the last acknowledgement. */
    private double stored(Loggers loggers, List<Sending> sendings) throws Exception {
        long before = number(database, "select count(*) from reading");
        long began = System.nanoTime();
        loggers.send(sendings);
        long nanos = System.nanoTime() - began;
        return (number(database, "select count(*) from reading") - before) * 1e9 / nanos;
    }

    /** The largest resident size that the service has had. */
    private static double serviceMegabytes() throws IOException {
        Path status = Path.of("/proc", System.getenv("QUANTRAC_BENCH_INGESTION_PID"), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, value < 10 ? "bench %s %.3f %s%n" : "bench %s %.0f %s%n", name, value, unit);
    }
}

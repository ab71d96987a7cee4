package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quantrac.local.logger.SampleTime;

/** A suite of its own for end-to-end tests: all processes real, data in a folder that is emptied before. */
public final class SuiteUnderTest implements AutoCloseable {
    private final Settings settings;
    private final Suite suite;

    private SuiteUnderTest(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    /** Starts it with the sample province and without its loggers. */
    public static SuiteUnderTest start() throws InterruptedException, IOException {
        Path data = folder("e2e");
        empty(data);
        return start(data, Services.ALL, Map.of());
    }

    /**
     * Starts only what takes readings in and serves their feed; ingestion also follows the broker as one of the
     * province's own.
     *
     * @param data where its files are
     * @param more what the services are told beside the usual
     */
    public static SuiteUnderTest startIntake(Path data, Map<String, String> more) throws InterruptedException {
        return start(data, List.of(Services.REGISTRY, Services.INGESTION, Services.GATEWAY), more);
    }

    /** A folder for the files of a suite, outside of version control. */
    public static Path folder(String name) {
        return root().resolve("local/target").resolve(name);
    }

    private static SuiteUnderTest start(Path data, List<String> services, Map<String, String> more)
            throws InterruptedException {
        Ports ports = new Ports();
        Settings settings = new Settings(root(), data, ports.free(), true, SampleTime.from(Map.of()));
        Suite suite = Suite.in(settings, new Progress(System.out), ports, Addresses.free(ports));
        SuiteUnderTest started = new SuiteUnderTest(settings, suite);
        try {
            Map<String, String> environment = new HashMap<>(more);
            if (services != Services.ALL) {
                environment.putAll(started.outsideBroker());
            }
            suite.start(services, environment);
            suite.seedProvince();
        } catch (RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    private Map<String, String> outsideBroker() {
        return Map.of(
                "QUANTRAC_OUTSIDE_BROKER_URL",
                "mqtt://localhost:" + brokerPort(),
                "QUANTRAC_OUTSIDE_BROKER_USER",
                "quantrac",
                "QUANTRAC_OUTSIDE_BROKER_PASSWORD",
                brokerPassword(),
                "QUANTRAC_OUTSIDE_BROKER_CLIENT_ID",
                "quantrac-1");
    }

    public String gateway() {
        return settings.publicUrl();
    }

    public int mqttPort() {
        return suite.addresses().mqttDoor();
    }

    /** Starts a second ingestion, {@code ingestion-service-2}, and returns the port of its MQTT door. */
    public int startSecondIngestion() throws InterruptedException {
        return Integer.parseInt(suite.startReplica(Services.INGESTION).get("QUANTRAC_MQTT_DOOR_PORT"));
    }

    public int brokerPort() {
        return suite.addresses().broker();
    }

    public String brokerPassword() {
        return suite.brokerPassword();
    }

    /** Where ingestion answers without the gateway, which lets nobody read its feed. */
    public String ingestion() {
        return suite.services().url(Services.INGESTION);
    }

    /** The status of a probe of ingestion, {@code live} or {@code ready}; 0 when it does not answer. */
    public int health(String probe) throws InterruptedException {
        return Readiness.status(suite.services().readyUrl(Services.INGESTION).replace("ready", probe));
    }

    public int ftpPort() {
        return suite.addresses().ftp();
    }

    /** The secret of a station's logger, as the registry issued it. */
    public String secretOf(String station) {
        return suite.credentials().secretOf(station);
    }

    /** SIGKILL; the supervisor starts it again. */
    public void kill(String process) {
        suite.kill(process);
    }

    public boolean isAlive(String process) {
        return suite.child(process).alive();
    }

    public long pid(String process) {
        return suite.child(process).pid();
    }

    public boolean isPostgresRunning() {
        return suite.postgres().isRunning();
    }

    /** SIGKILL of the server and all its workers; the suite starts it again. */
    public void killPostgres() {
        suite.postgres().kill();
    }

    /** Stops the server and all its workers for a while, as a disk does that does not answer. */
    public void stallPostgres(Duration time) throws IOException, InterruptedException {
        Path pidFile = settings.data().resolve("postgres/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).trim()))
                .orElseThrow();
        signal("STOP", Stream.of(postmaster));
        List<ProcessHandle> workers = postmaster.descendants().toList();
        signal("STOP", workers.stream());
        Thread.sleep(time.toMillis());
        signal("CONT", Stream.concat(workers.stream(), Stream.of(postmaster)));
    }

    private static void signal(String signal, Stream<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() {
        suite.close();
    }

    /** Deletes what an earlier run has left. */
    public static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

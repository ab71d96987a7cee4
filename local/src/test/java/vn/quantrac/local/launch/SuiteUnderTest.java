package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
        Path root = Path.of("").toAbsolutePath().getParent();
        Path data = root.resolve("local/target/e2e");
        empty(data);
        Ports ports = new Ports();
        Settings settings = new Settings(root, data, ports.free(), true, SampleTime.from(Map.of()));
        Suite suite = Suite.in(settings, new Progress(System.out), ports, Addresses.free(ports));
        SuiteUnderTest started = new SuiteUnderTest(settings, suite);
        try {
            suite.start();
            suite.seedProvince();
        } catch (RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    public String gateway() {
        return settings.publicUrl();
    }

    public int mqttPort() {
        return suite.addresses().mqttDoor();
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

    @Override
    public void close() {
        suite.close();
    }

    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

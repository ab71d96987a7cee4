package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What {@code ./run} promises to the person who starts it: the launcher as a process of its own, as the script runs it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherE2E {
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path DATA = ROOT.resolve("local/target/launcher-e2e");
    private static final int PORT = new Ports().free();

    private Process launcher;
    private Path output;

    @BeforeAll
    static void empty() throws IOException {
        SuiteUnderTest.empty(DATA);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        if (launcher != null && launcher.isAlive()) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly().waitFor();
        }
    }

    @Test
    @Order(1)
    void it_comes_up_with_its_sample_restarts_what_crashes_and_leaves_no_process() throws Exception {
        launch(PORT);
        awaitOutput("quantrac is up");

        assertThat(stations().get("features")).hasSize(7);
        assertThat(stations().toString()).contains("\"value\":");

        processOf("publication-service").destroyForcibly();
        awaitOutput("publication-service ended with code 137 and is started again");
        assertThat(await(() -> Readiness.get(url("/open/v1/stations")))).isNotNull();

        postgres().forEach(ProcessHandle::destroyForcibly);
        awaitOutput("PostgreSQL ended and is started again");
        assertThat(await(() -> Readiness.get(url("/open/v1/stations")))).isNotNull();

        assertThatAnotherRunIsRefused();
        assertThatCtrlCEndsEverything();
    }

    @Test
    @Order(2)
    void what_was_stored_survives_a_restart() throws Exception {
        launch(PORT);
        awaitOutput("quantrac is up");

        JsonNode yesterday = JSON.readTree(
                await(() -> Readiness.get(url("/open/v1/observations?station=HG_GIAY_NUO001&parameter=COD&limit=1"))));
        assertThat(yesterday.get("items")).hasSize(1);
        assertThat(stations().get("features")).hasSize(7);

        assertThatCtrlCEndsEverything();
    }

    @Test
    @Order(3)
    void a_port_in_use_is_said_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            launch(taken.getLocalPort());
            assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(output))
                    .singleElement()
                    .asString()
                    .startsWith("quantrac: port " + taken.getLocalPort() + " is in use");
        }
    }

    private void launch(int port) throws IOException {
        output = Files.createTempFile("launcher", ".out");
        List<String> command = new ArrayList<>(Jvm.main(Launcher.class, 192));
        // Tests that run in the background of a shell hand on that they ignore Ctrl-C.
        command.addAll(0, List.of("env", "--default-signal=INT"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("QUANTRAC_DATA", DATA.toString());
        builder.environment().put("QUANTRAC_PORT", Integer.toString(port));
        launcher = builder.start();
    }

    private void assertThatAnotherRunIsRefused() throws Exception {
        Process running = launcher;
        launch(new Ports().free());
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output)).startsWith("quantrac: another run uses " + DATA);
        launcher = running;
    }

    private void assertThatCtrlCEndsEverything() throws Exception {
        // Broker, Keycloak, five services, loggers and PostgreSQL, which is no child of the launcher.
        List<ProcessHandle> processes =
                Stream.concat(launcher.descendants(), postgres()).toList();
        // Broker, Keycloak, five services, loggers; PostgreSQL detaches itself and is known by its file.
        assertThat(processes).hasSizeGreaterThanOrEqualTo(8);
        assertThat(DATA.resolve("postgres/postmaster.pid")).exists();
        new ProcessBuilder("kill", "-INT", Long.toString(launcher.pid()))
                .start()
                .waitFor();
        assertThat(launcher.waitFor(20, TimeUnit.SECONDS))
                .as("ended within 20 s")
                .isTrue();
        assertThat(processes).as("left over").noneMatch(ProcessHandle::isAlive);
        assertThat(DATA.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static Stream<ProcessHandle> postgres() {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .orElse("")
                .contains(DATA.resolve("postgres").toString()));
    }

    private ProcessHandle processOf(String service) {
        return launcher.children()
                .filter(child -> child.info().commandLine().orElse("").contains("/" + service + "/target/"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode stations() throws Exception {
        return JSON.readTree(await(() -> Readiness.get(url("/open/v1/stations"))));
    }

    private static String url(String path) {
        return "http://localhost:" + PORT + path;
    }

    private void awaitOutput(String text) throws Exception {
        await(() -> {
            assertThat(launcher.isAlive() || Files.readString(output).contains(text))
                    .as("running; said so far: %s", Files.readString(output))
                    .isTrue();
            return Files.readString(output).contains(text) ? text : null;
        });
    }

    private interface Look<T> {
        T at() throws Exception;
    }

    private static <T> T await(Look<T> look) throws Exception {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            T found = look.at();
            if (found != null) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("Did not come to be within " + LONGEST_START);
    }
}

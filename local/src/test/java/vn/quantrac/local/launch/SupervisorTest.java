package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_process_that_crashes_is_reported_and_started_again_and_all_end_at_last() throws Exception {
        Supervisor supervisor = supervisor();
        Child crashing = supervisor.start(child("crashing", "exec sleep 60"));
        Child steady = supervisor.start(child("steady", "exec sleep 60"));
        long first = crashing.pid();

        supervisor.child("crashing").kill();

        await(() -> crashing.alive() && crashing.pid() != first);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("crashing ended with code 137 and is started again")
                .doesNotContain("steady");
        supervisor.endAll();
        assertThat(List.of(crashing, steady)).noneMatch(Child::alive);
        assertThatThrownBy(() -> supervisor.start(child("late", "exec sleep 60")))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void one_that_does_not_obey_is_killed_in_time() throws Exception {
        Supervisor supervisor = supervisor();
        Child deaf = supervisor.start(child("deaf", "trap '' TERM; echo deaf; while true; do sleep 0.1; done"));
        await(() -> deaf.log().toFile().length() > 0);
        long began = System.nanoTime();

        supervisor.endAll();

        assertThat(deaf.alive()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void each_crash_is_answered_later_until_the_process_has_run_for_a_while() {
        long second = Duration.ofSeconds(1).toNanos();
        Crashes crashes = new Crashes();
        assertThat(crashes.isTimeToRestart(0, second)).isFalse();
        assertThat(crashes.isTimeToRestart(0, second + second / 2)).isTrue();

        assertThat(crashes.isTimeToRestart(2 * second, 3 * second)).isFalse();
        assertThat(crashes.isTimeToRestart(2 * second, 3 * second + second / 2)).isFalse();
        assertThat(crashes.isTimeToRestart(2 * second, 4 * second)).isTrue();

        assertThat(crashes.isTimeToRestart(4 * second, 500 * second)).isFalse();
        assertThat(crashes.isTimeToRestart(4 * second, 500 * second + second / 2))
                .isTrue();
    }

    private Supervisor supervisor() {
        return new Supervisor(new Leftovers(data), new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private Child child(String name, String script) {
        return new Child(name, List.of("sh", "-c", script), Map.of(), data.resolve(name + ".log"));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}

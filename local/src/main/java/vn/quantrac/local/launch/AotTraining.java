package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Makes the services start faster next time. A further replica of each runs for a moment at low priority, and its JVM
 * leaves an AOT cache when it ends; replicas may run beside each other at any time, so nothing is disturbed.
 */
final class AotTraining {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Settings settings;
    private final Services services;
    private final Leftovers leftovers;
    private final BooleanSupplier going;
    private volatile Process running;

    AotTraining(Settings settings, Services services, Leftovers leftovers, BooleanSupplier going) {
        this.settings = settings;
        this.services = services;
        this.leftovers = leftovers;
        this.going = going;
    }

    /** Trains what has no cache or an older one than its build; returns when done or no longer wanted. */
    void run(int heapMegabytes) throws InterruptedException, IOException {
        for (String service : Services.ALL) {
            if (going.getAsBoolean() && isDue(service)) {
                train(service, heapMegabytes);
            }
        }
    }

    private boolean isDue(String service) throws IOException {
        Path cache = Jvm.aotCache(settings, service);
        Path built = settings.root().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        return !Files.exists(cache) || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(built)) < 0;
    }

    private void train(String service, int heapMegabytes) throws InterruptedException, IOException {
        Map<String, String> environment = services.replicaEnvironment(service);
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(Jvm.training(settings, service, heapMegabytes));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.data().resolve("log/training.log").toFile());
        builder.environment().putAll(environment);
        running = builder.start();
        leftovers.remember(running.pid());
        String ready = "http://127.0.0.1:" + environment.get("QUARKUS_MANAGEMENT_PORT") + "/q/health/ready";
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (going.getAsBoolean() && running.isAlive() && System.nanoTime() < deadline) {
            if (Readiness.get(ready) != null) {
                running.destroy();
                running.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } else {
                Thread.sleep(500);
            }
        }
        end();
    }

    void end() {
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }
}

package vn.quantrac.local.logger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.province.Credentials;

/**
 * The loggers of the sample province: a program of its own that knows nothing of the suite but its public doors and the
 * stations' credentials. It ends on SIGTERM; what was not acknowledged by then is sent by its next run.
 *
 * <p>Environment: QUANTRAC_GATEWAY_URL, QUANTRAC_MQTT_DOOR and QUANTRAC_FTP_DOOR ({@code host:port}),
 * QUANTRAC_CREDENTIALS (a file), QUANTRAC_LOGGER_STATE (a folder), and what {@link SampleTime} reads.
 */
public final class SampleLoggers {
    private static final long GRACE_MILLIS = 2_000;

    private final Map<String, String> environment;
    private final Credentials credentials;

    private SampleLoggers(Map<String, String> environment) {
        this.environment = environment;
        this.credentials = Credentials.in(Path.of(required("QUANTRAC_CREDENTIALS")));
    }

    /** Exit code 1 when the environment is not as it must be. */
    public static void main(String[] arguments) throws IOException {
        try {
            List<Thread> threads = new SampleLoggers(System.getenv()).threads(Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(threads), "end"));
            // A logger that cannot go on ends the program, and its supervisor starts it again.
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                System.err.println(thread.getName() + ": " + failure);
                System.exit(1);
            });
            threads.forEach(Thread::start);
        } catch (CannotRunException e) {
            System.err.println("sample loggers: " + e.getMessage());
            System.exit(1);
        }
    }

    private List<Thread> threads(Clock real) throws IOException {
        SampleTime time = SampleTime.from(environment);
        Path state = Path.of(required("QUANTRAC_LOGGER_STATE"));
        Map<LoggerProfile, Outbox> outboxes = new LinkedHashMap<>();
        for (LoggerProfile profile : LoggerProfile.all()) {
            AcknowledgedUntil file = new AcknowledgedUntil(state, profile.station());
            outboxes.put(profile, Outbox.in(file, real.instant(), time));
        }
        Instant leftOff = outboxes.values().stream()
                .map(Outbox::until)
                .min(Instant::compareTo)
                .orElseThrow();
        SampleClock clock = new SampleClock(real, leftOff, time.speed());
        List<Thread> threads = new ArrayList<>();
        outboxes.forEach((profile, outbox) ->
                threads.add(new Thread(new StationLogger(profile, outbox, clock, door(profile)), profile.station())));
        return threads;
    }

    private Door door(LoggerProfile profile) {
        String station = profile.station();
        String secret = credentials.secretOf(station);
        return switch (profile.door()) {
            case FTP -> new FtpDoor(address("QUANTRAC_FTP_DOOR"), station, secret);
            case MQTT -> new MqttDoor(address("QUANTRAC_MQTT_DOOR"), station, secret);
            case HTTPS -> new HttpsDoor(required("QUANTRAC_GATEWAY_URL"), station, secret);
        };
    }

    private InetSocketAddress address(String name) {
        String[] parts = required(name).split(":");
        if (parts.length != 2 || !parts[1].matches("\\d{1,5}")) {
            throw new CannotRunException(name + " must be host:port.");
        }
        return InetSocketAddress.createUnresolved(parts[0], Integer.parseInt(parts[1]));
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotRunException(name + " is not set.");
        }
        return value;
    }

    private static void end(List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package vn.quantrac.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a running suite from outside, as loggers and the public see it, beside plain SQL into the same table of the
 * same database in the same run. Everything shares the machine: the suite, the database and this load generator. Every
 * figure is one line {@code bench NAME VALUE UNIT}.
 */
public final class Bench {
    private static final int READINGS = 100_000;
    private static final int LATENCY_SAMPLES = 200;

    private Bench() {}

    /** Argument: how many readings each way stores, {@value #READINGS} when none is given. */
    public static void main(String[] arguments) throws Exception {
        int readings = arguments.length == 0 ? READINGS : Integer.parseInt(arguments[0]);
        Map<String, String> environment = System.getenv();
        SuiteDoors doors = SuiteDoors.from(environment);
        try (StoredReadings stored = StoredReadings.connect(environment)) {
            List<BenchStation> stations = stored.stations(doors.credentials());
            Backlog backlog = new Backlog(stations);
            HandedOn handedOn = new HandedOn(doors, stored);
            handedOn.await();

            // Once before it counts: the first of everything is slow.
            HttpsIntake https = new HttpsIntake(doors);
            MqttIntake mqtt = new MqttIntake(doors);
            https.send(backlog.telegrams(390, readings / 10, HttpsIntake.READINGS));
            mqtt.send(backlog.telegrams(380, readings / 10, MqttIntake.READINGS));
            handedOn.await();

            double before = new PlainSql(stored).perSecond(readings);
            Intake.Result bulk =
                    new Intake(stored, handedOn).measure(https, backlog.telegrams(300, readings, HttpsIntake.READINGS));
            Intake.Result qos1 =
                    new Intake(stored, handedOn).measure(mqtt, backlog.telegrams(200, readings, MqttIntake.READINGS));
            double after = new PlainSql(stored).perSecond(readings);
            double sql = (before + after) / 2;

            print("sql-batched-inserts", sql, "readings/s");
            print("https-bulk", bulk.storedPerSecond(), "readings/s");
            print("https-bulk-ratio", bulk.storedPerSecond() / sql, "of-sql");
            print("https-bulk-public", bulk.publicPerSecond(), "readings/s");
            print("mqtt-qos1", qos1.storedPerSecond(), "readings/s");
            print("mqtt-qos1-ratio", qos1.storedPerSecond() / sql, "of-sql");
            print("mqtt-qos1-public", qos1.publicPerSecond(), "readings/s");
            Latency latency = new Latency(doors, stations.get(0)).measure(LATENCY_SAMPLES);
            print("latency-p50", latency.percentile(50), "ms");
            print("latency-p99", latency.percentile(99), "ms");
        }
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, value < 10 ? "bench %s %.3f %s%n" : "bench %s %.0f %s%n", name, value, unit);
    }
}

package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quantrac.embedded.BrokerMain;
import vn.quantrac.embedded.Keycloak;
import vn.quantrac.embedded.KeycloakOptions;
import vn.quantrac.embedded.KeycloakRealms;
import vn.quantrac.embedded.Postgres;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.logger.SampleLoggers;
import vn.quantrac.local.province.Credentials;
import vn.quantrac.local.province.LargeProvince;
import vn.quantrac.local.province.ProvinceSeeder;

/** The running suite: PostgreSQL, broker, Keycloak and the five services, each a process of its own. */
public final class Suite implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int SERVICE_HEAP = 320;

    private final Settings settings;
    private final Progress progress;
    private final Secrets secrets;
    private final Addresses addresses;
    private final Services services;
    private final Leftovers leftovers;
    private final Supervisor supervisor;
    private final DataLock lock;
    private Postgres postgres;
    private PostgresWatch postgresWatch;
    private volatile AotTraining aotTraining;
    private volatile boolean ending;

    private Suite(Settings settings, Progress progress, DataLock lock, Ports ports, Addresses addresses) {
        this.settings = settings;
        this.lock = lock;
        this.progress = progress;
        this.secrets = new Secrets(settings.data());
        this.addresses = addresses;
        this.services = new Services(settings, secrets, addresses, ports);
        this.leftovers = new Leftovers(settings.data());
        this.supervisor = new Supervisor(leftovers, progress);
    }

    /**
     * Prepares a suite; {@link #start()} runs it.
     *
     * @throws CannotRunException when the port or the folder is in use, or the folder cannot be written
     */
    static Suite in(Settings settings, Progress progress) {
        Ports ports = new Ports();
        return in(settings, progress, ports, Addresses.usual(ports));
    }

    static Suite in(Settings settings, Progress progress, Ports ports, Addresses addresses) {
        try {
            Files.createDirectories(settings.data().resolve("log"));
        } catch (IOException e) {
            throw new CannotRunException("cannot write to " + settings.data() + ": " + e.getMessage());
        }
        DataLock lock = DataLock.of(settings.data());
        new Leftovers(settings.data()).end();
        if (!Ports.isFree(settings.port())) {
            lock.close();
            throw new CannotRunException("port " + settings.port()
                    + " is in use; end what listens there or choose another with QUANTRAC_PORT=…");
        }
        return new Suite(settings, progress, lock, ports, addresses);
    }

    void start() throws InterruptedException {
        start(Services.ALL, Map.of());
    }

    /**
     * Starts only some of the services, with what they need.
     *
     * @param more what these services are told beside the usual
     */
    void start(List<String> wanted, Map<String, String> more) throws InterruptedException {
        startPostgres();
        Services.DATABASES.values().forEach(name -> postgres.createDatabase(name, name, secrets.of("db." + name)));
        postgres.createDatabase("keycloak", "keycloak", secrets.of("db.keycloak"));
        progress.done("PostgreSQL  localhost:%d", addresses.postgres());

        supervisor.start(new Child("broker", Jvm.main(BrokerMain.class, 256), brokerEnvironment(), log("broker")));
        supervisor.start(Child.of("keycloak", Keycloak.process(keycloak()), log("keycloak")));
        for (String service : wanted) {
            Map<String, String> environment = services.environment(service);
            environment.putAll(more);
            supervisor.start(
                    new Child(service, Jvm.service(settings, service, SERVICE_HEAP), environment, log(service)));
        }
        progress.say("           The services and Keycloak start; on an empty data folder that takes a minute ...");
        for (String service : wanted) {
            Readiness.await(service, services.readyUrl(service), LONGEST_START, () -> !ending);
            progress.done(service);
        }
        Readiness.await("Keycloak", realmUrl(), LONGEST_START, () -> !ending);
        progress.done("Keycloak  %s/auth", settings.publicUrl());
    }

    /** Whoever ends the suite meanwhile waits for it, so that no server is left. */
    private synchronized void startPostgres() throws InterruptedException {
        if (ending) {
            throw new InterruptedException("PostgreSQL is not wanted any more");
        }
        postgres = Postgres.start(settings.data().resolve("postgres"), addresses.postgres());
        postgresWatch = PostgresWatch.over(postgres, progress);
    }

    /** Creates the sample province through the public registry API; what exists already is left as it is. */
    void seedProvince() throws InterruptedException {
        new ProvinceSeeder(settings.publicUrl(), credentialsFile()).seed();
        progress.done("Sample province Hậu Giang");
    }

    /** Registers so many stations more. */
    void seedLargeProvince(int stations) throws InterruptedException {
        new LargeProvince(settings.publicUrl(), credentialsFile()).register(stations);
        progress.done("Large province of %d stations", stations);
    }

    /** Starts the sample loggers and waits until the public can see a reading of theirs. */
    void startSample() throws InterruptedException {
        seedProvince();
        supervisor.start(new Child(
                "sample-loggers", Jvm.main(SampleLoggers.class, 128), loggerEnvironment(), log("sample-loggers")));
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!sampleIsVisible()) {
            if (System.nanoTime() > deadline) {
                throw new CannotRunException("no sample reading became public within " + LONGEST_START.toSeconds()
                        + " s; see " + settings.data().resolve("log"));
            }
            Thread.sleep(300);
        }
        progress.done("First sample reading is public");
    }

    private boolean sampleIsVisible() throws InterruptedException {
        String stations = Readiness.get(settings.publicUrl() + "/open/v1/stations");
        return stations != null && stations.contains("\"value\":");
    }

    /** The addresses of the public doors, as a logger is told them. */
    Map<String, String> loggerEnvironment() {
        Map<String, String> environment = new HashMap<>(settings.sampleTime().environment());
        environment.put("QUANTRAC_GATEWAY_URL", settings.publicUrl());
        environment.put("QUANTRAC_MQTT_DOOR", "localhost:" + addresses.mqttDoor());
        environment.put("QUANTRAC_FTP_DOOR", "localhost:" + addresses.ftp());
        environment.put("QUANTRAC_CREDENTIALS", credentialsFile().toString());
        environment.put(
                "QUANTRAC_LOGGER_STATE", settings.data().resolve("loggers").toString());
        return environment;
    }

    /** What the benchmark needs beside the public doors: the database in which stored rows are counted. */
    Map<String, String> benchEnvironment() {
        Map<String, String> environment = new HashMap<>(loggerEnvironment());
        environment.put("QUANTRAC_BENCH_INGESTION_URL", services.url(Services.INGESTION));
        environment.put(
                "QUANTRAC_BENCH_INGESTION_PID",
                Long.toString(supervisor.child(Services.INGESTION).pid()));
        environment.put("QUANTRAC_BENCH_DB_URL", postgres.url("ingestion"));
        environment.put("QUANTRAC_BENCH_DB_USER", "ingestion");
        environment.put("QUANTRAC_BENCH_DB_PASSWORD", secrets.of("db.ingestion"));
        return environment;
    }

    Path credentialsFile() {
        return settings.data().resolve("credentials.json");
    }

    /** The secrets of the stations' loggers, after {@link #seedProvince()}. */
    Credentials credentials() {
        return Credentials.in(credentialsFile());
    }

    boolean isEnding() {
        return ending;
    }

    Addresses addresses() {
        return addresses;
    }

    /** Starts one more process of a service on ports of its own, and returns what it was told. */
    Map<String, String> startReplica(String service) throws InterruptedException {
        String name = service + "-2";
        Map<String, String> environment = services.replicaEnvironment(service);
        supervisor.start(new Child(name, Jvm.service(settings, service, SERVICE_HEAP), environment, log(name)));
        String ready = "http://127.0.0.1:" + environment.get("QUARKUS_MANAGEMENT_PORT") + "/q/health/ready";
        Readiness.await(name, ready, LONGEST_START, () -> !ending);
        return environment;
    }

    Services services() {
        return services;
    }

    Child child(String process) {
        return supervisor.child(process);
    }

    Postgres postgres() {
        return postgres;
    }

    /** The password of the services at the broker. */
    String brokerPassword() {
        return secrets.of("mqtt");
    }

    void kill(String process) {
        child(process).kill();
    }

    void sayThatItIsUp() {
        progress.say(
                """

                quantrac is up

                  Portal          %1$s/
                  Open data       %1$s/open/v1/stations
                  Sign-in         %1$s/auth/realms/quantrac
                  MQTT for loggers  localhost:%2$d      FTP for loggers  localhost:%3$d
                  SFTP for loggers  localhost:%5$d

                  Demo logins (this machine only): users admin, operator, facility with password <name>-demo;
                  clients ministry, agency with secret <name>-demo-secret
                  Station credentials: %4$s

                Ctrl-C ends it.""", settings.publicUrl(), addresses.mqttDoor(), addresses.ftp(), credentialsFile(), addresses.sftp());
    }

    /** Makes later starts faster where the JVM can; a failure costs nothing but that. */
    void trainForFasterStarts() {
        if (!Jvm.hasAotCache()) {
            return;
        }
        AotTraining training = new AotTraining(settings, services, leftovers, () -> !ending);
        aotTraining = training;
        Thread thread = new Thread(
                () -> {
                    try {
                        training.run(SERVICE_HEAP);
                    } catch (IOException e) {
                        progress.warn("No faster start next time: %s", e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "aot-training");
        thread.setDaemon(true);
        thread.start();
    }

    private Map<String, String> brokerEnvironment() {
        return Map.of(
                "QUANTRAC_MQTT_HOST", "localhost",
                "QUANTRAC_MQTT_PORT", Integer.toString(addresses.broker()),
                "QUANTRAC_MQTT_USER", "quantrac",
                "QUANTRAC_MQTT_PASSWORD", secrets.of("mqtt"),
                "QUANTRAC_MQTT_DATA", settings.data().resolve("broker").toString());
    }

    private KeycloakOptions keycloak() {
        return new KeycloakOptions(
                addresses.keycloak(),
                addresses.keycloakManagement(),
                settings.publicUrl() + "/auth",
                postgres.url("keycloak"),
                "keycloak",
                secrets.of("db.keycloak"),
                settings.data().resolve("keycloak"),
                KeycloakRealms.demo());
    }

    /** The realm as the public sees it: it answers when both Keycloak and the gateway are up. */
    private String realmUrl() {
        return settings.publicUrl() + "/auth/realms/quantrac";
    }

    private Path log(String name) {
        return settings.data().resolve("log").resolve(name + ".log");
    }

    @Override
    public void close() {
        ending = true;
        if (aotTraining != null) {
            aotTraining.end();
        }
        supervisor.endAll();
        synchronized (this) {
            if (postgres != null) {
                postgresWatch.close();
                postgres.close();
            }
        }
        leftovers.forget();
        lock.close();
    }
}

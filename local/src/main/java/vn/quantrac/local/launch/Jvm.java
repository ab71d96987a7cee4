package vn.quantrac.local.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.local.CannotRunException;

/** How a Java process of the suite is started: with the JDK of the launcher, small, and from its AOT cache if any. */
final class Jvm {
    static final String LOG_MANAGER = "org.jboss.logmanager.LogManager";

    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int FIRST_THAT_WARNS = 24;

    private Jvm() {}

    static boolean hasAotCache() {
        return Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
    }

    /** Runs the built service of this module. */
    static List<String> service(Settings settings, String module, int heapMegabytes) {
        Path application = application(settings, module);
        List<String> command = command(heapMegabytes);
        Path cache = aotCache(settings, module);
        if (hasAotCache() && Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-jar");
        command.add(application.toString());
        return command;
    }

    /** Runs the service once for a while and writes its AOT cache when it ends. */
    static List<String> training(Settings settings, String module, int heapMegabytes) {
        List<String> command = command(heapMegabytes);
        command.add("-XX:AOTCacheOutput=" + aotCache(settings, module));
        command.add("-jar");
        command.add(application(settings, module).toString());
        return command;
    }

    /** Runs a class of the launcher's own class path in another process. */
    static List<String> main(Class<?> main, int heapMegabytes, String... arguments) {
        List<String> command = command(heapMegabytes);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    static Path aotCache(Settings settings, String module) {
        return settings.root().resolve(module).resolve("target").resolve(module + ".aot");
    }

    private static Path application(Settings settings, String module) {
        Path application = settings.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(application)) {
            throw new CannotRunException(module + " is not built; ./mvnw package -DskipTests does it.");
        }
        return application;
    }

    private static List<String> command(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        // A process without memory is half dead and stays so; one that has ended is started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
            // Netty uses both; newer JDKs warn of it at every start.
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        return command;
    }
}

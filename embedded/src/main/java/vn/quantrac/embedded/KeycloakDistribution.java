package vn.quantrac.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keycloak unpacked and built (its own word for fixing build options) once per user and machine. */
final class KeycloakDistribution {
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--http-relative-path=/auth",
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--features-disabled=kerberos,ciba,par,device-flow,impersonation");
    private static final int BUILD_MINUTES = 10;

    private KeycloakDistribution() {}

    /** The folder of the built distribution; the first call takes half a minute, later ones nothing. */
    static Path built() {
        return Cache.once(name(), folder -> {
            KeycloakZip.find().unpackTo(folder);
            runBuild(folder);
        });
    }

    /** Differs when version or build options differ. */
    static String name() {
        String options =
                HexFormat.of().toHexDigits(String.join(" ", BUILD_OPTIONS).hashCode());
        return "keycloak-" + Versions.keycloak() + "-" + options;
    }

    private static void runBuild(Path home) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        Path log = Cache.directory().resolve("keycloak-build.log");
        ProcessBuilder command = command(home, home, List.of("-Xmx512m"), arguments);
        Process process = command.redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try {
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("The build of Keycloak failed, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("The build of Keycloak was interrupted", e);
        }
    }

    /**
     * What {@code bin/kc.sh} runs, without the shell between us and the process.
     *
     * @param distribution where the program is
     * @param home where its data is
     */
    static ProcessBuilder command(Path distribution, Path home, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(
                List.of("-cp", distribution.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}

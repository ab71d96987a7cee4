package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {
    private static final String PORTS = "8080 9000";

    static Stream<Arguments> dockerfiles() {
        return Repository.SERVICES.stream().flatMap(service -> Stream.of("jvm", "native")
                .map(kind -> Arguments.of(service, "Dockerfile." + kind)));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void each_service_has_the_same_dockerfile(String service, String name) {
        Path template =
                Repository.ROOT.resolve("helm/src/test/resources/docker").resolve(name);
        String ports = "ingestion-service".equals(service) ? PORTS + " 1884 2121 2222" : PORTS;

        Generated.check(
                dockerfile(service, name),
                Repository.read(template).replace("@service@", service).replace("@ports@", ports));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void images_run_without_root_and_without_a_shell(String service, String name) {
        List<String> lines = Repository.read(dockerfile(service, name)).lines().toList();

        assertThat(lines).contains("USER 10001:10001");
        assertThat(lines).anyMatch(line -> line.startsWith("ENTRYPOINT [\""));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line.matches("FROM [a-z0-9.]+/\\S+:[0-9]\\S*"));
        assertThat(lines).noneMatch(line -> line.startsWith("ADD ") || line.contains(":latest"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void images_expose_the_ports_that_the_chart_uses(String service, String name) {
        List<String> ports = Chart.byDefault().render().stream()
                .filter(object -> "Deployment".equals(object.kind()) && service.equals(object.component()))
                .flatMap(object -> object.container().path("ports").findValuesAsText("containerPort").stream())
                .toList();

        assertThat(Repository.read(dockerfile(service, name))).contains("EXPOSE " + String.join(" ", ports) + "\n");
    }

    /** The user of the image and of the chart are one, so a volume written by one is read by the other. */
    @Test
    void chart_and_images_name_the_same_user() {
        assertThat(Chart.byDefault().render())
                .filteredOn(object -> "Deployment".equals(object.kind()))
                .hasSize(Repository.SERVICES.size())
                .allMatch(object ->
                        object.pod().at("/spec/securityContext/runAsUser").asInt() == 10001);
    }

    /** Everything that Quarkus builds is copied; checked where a service has been built. */
    @ParameterizedTest
    @MethodSource("dockerfiles")
    void the_whole_application_is_copied(String service, String name) throws Exception {
        Path application = Repository.ROOT.resolve(service).resolve("target/quarkus-app");
        if (name.endsWith("native") || !Files.isDirectory(application)) {
            return;
        }
        String dockerfile = Repository.read(dockerfile(service, name));
        try (var entries = Files.list(application)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> !"quarkus-app-dependencies.txt".equals(entry))
                    .forEach(entry -> assertThat(dockerfile)
                            .contains("COPY target/quarkus-app/" + (entry.endsWith(".jar") ? "*.jar" : entry + "/")));
        }
    }

    private static Path dockerfile(String service, String name) {
        return Repository.ROOT.resolve(service).resolve("src/main/docker").resolve(name);
    }
}

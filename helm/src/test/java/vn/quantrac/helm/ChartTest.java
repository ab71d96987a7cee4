package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    @Test
    void lint_finds_nothing() {
        LintResult result = new Helm(Repository.CHART).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void the_chart_installs_the_version_it_stands_beside() {
        String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));

        assertThat(Repository.read(Repository.CHART.resolve("Chart.yaml")))
                .contains("\nappVersion: " + version + "\n")
                .contains("\nversion: " + version.replace("-SNAPSHOT", "") + "\n");
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void no_object_is_rendered_twice(Chart chart) {
        List<String> names = chart.render().stream().map(Rendered::toString).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource
    void values_that_cannot_work_are_refused(String key, Object value, String reason) {
        assertThatThrownBy(() -> Chart.byDefault().set(key, value).render()).hasMessageContaining(reason);
    }

    static Stream<Arguments> values_that_cannot_work_are_refused() {
        return Stream.of(
                Arguments.of("replicas", 2, "replicas"),
                Arguments.of("services.billing-service.replicas", 2, "billing-service"),
                Arguments.of("services.gateway.replicaz", 2, "replicaz"),
                Arguments.of("services.gateway.replicas", 0, "replicas"),
                Arguments.of("services.gateway.replicas", "two", "replicas"),
                Arguments.of("image.tag", "latest", "tag"),
                Arguments.of("image.pullPolicy", "Sometimes", "pullPolicy"),
                Arguments.of("publicUrl", "quantrac.example.org", "publicUrl"),
                Arguments.of("publicUrl", "https://quantrac.example.org/path", "publicUrl"),
                Arguments.of("feedPoll", "five seconds", "feedPoll"),
                Arguments.of("loggers.type", "ClusterIP", "type"),
                Arguments.of("loggers.mqtt.port", 70000, "port"),
                Arguments.of("loggers.mqtt.tlsPort", 8883, "certificateSecret is needed"),
                Arguments.of("loggers.mqtt.webSocketPort", -1, "webSocketPort"),
                Arguments.of("loggers.ftp.passiveTo", 30000, "passiveTo must not be below"),
                Arguments.of("loggers.ftp.passiveTo", 31000, "at most 100 passive ports"),
                Arguments.of("loggers.ftp.externalAddress", "ftp.example.org", "externalAddress"),
                Arguments.of("postgresql.mode", "sqlite", "mode"),
                Arguments.of("postgresql.mode", "external", "postgresql.external.host is needed"),
                Arguments.of("postgresql.databases.gateway", "gateway", "gateway"),
                Arguments.of("postgresql.databases.keycloak", "key-cloak", "keycloak"),
                Arguments.of("broker.mode", "external", "broker.external.host is needed"),
                Arguments.of("broker.image", "docker.io/apache/artemis:latest", "image"),
                Arguments.of("keycloak.mode", "external", "keycloak.external.issuer is needed"),
                Arguments.of("secrets.broker.password", "hunter2", "password"),
                Arguments.of("serviceDefaults.resources.limits.memory", "plenty", "memory"),
                Arguments.of("serviceDefaults.logLevel", "LOUD", "logLevel"));
    }

    @Test
    void a_server_outside_needs_a_secret_that_already_exists() {
        assertThatThrownBy(() -> Chart.byDefault()
                        .set("postgresql.mode", "external")
                        .set("postgresql.external.host", "db.example.org")
                        .render())
                .hasMessageContaining("secrets.database-")
                .hasMessageContaining("existingSecret is needed");
    }

    @Test
    void with_node_ports_the_passive_ports_must_be_node_ports() {
        assertThatThrownBy(() -> Chart.byDefault()
                        .set("loggers.type", "NodePort")
                        .set("loggers.ftp.passiveFrom", 2122)
                        .set("loggers.ftp.passiveTo", 2141)
                        .render())
                .hasMessageContaining("30000-32767");
    }
}

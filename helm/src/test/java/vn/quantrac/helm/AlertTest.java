package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One alert is one file and one runbook. */
class AlertTest {
    private static final Path RUNBOOKS = Repository.ROOT.resolve("docs/runbooks");

    static Stream<Path> alerts() {
        return Repository.files(Repository.CHART.resolve("files/alerts")).stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_says_what_is_wrong_and_where_to_read_on(Path file) {
        JsonNode alert = Rendered.of(Repository.read(file)).json();
        String name = alert.path("alert").asText();

        assertThat(file).hasFileName(name + ".yaml");
        assertThat(alert.path("expr").asText()).isNotBlank();
        assertThat(alert.path("for").asText()).matches("[0-9]+m");
        assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
        assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
        assertThat(alert.at("/annotations/description").asText()).contains("{{ $labels.namespace }}");
        assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo("docs/runbooks/" + name + ".md");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void a_runbook_has_four_sections_with_content(Path file) {
        String name = file.getFileName().toString().replace(".yaml", "");
        List<String> parts =
                Arrays.asList(Repository.read(RUNBOOKS.resolve(name + ".md")).split("(?m)^#+ "));

        assertThat(parts)
                .extracting(part -> part.lines().findFirst().orElse(""))
                .containsExactly("", name, "Meaning", "Impact", "Diagnosis", "Mitigation");
        assertThat(parts.subList(2, parts.size()))
                .allMatch(part -> part.lines().skip(1).anyMatch(line -> !line.isBlank()));
    }

    @Test
    void server_errors_are_counted_where_each_service_counts_them() {
        String expression = expression("QuantracServerErrors");
        for (String service : Repository.SERVICES) {
            boolean countsItself = Repository.read(
                            Repository.ROOT.resolve(service).resolve("src/main/resources/application.properties"))
                    .contains("quarkus.micrometer.binder.http-server.enabled=false");
            String metric = countsItself ? service + "_requests_seconds_count" : "http_server_requests_seconds_count";
            assertThat(expression.lines().filter(line -> line.contains(service)))
                    .as("%s", service)
                    .hasSize(2)
                    .allMatch(line -> line.contains(metric));
        }
        assertThat(expression).contains("status=\"5xx\"", "outcome=\"SERVER_ERROR\"");
    }

    @Test
    void only_readings_that_say_something_new_are_readings() {
        assertThat(expression("QuantracNoReadings"))
                .contains("ingestion_readings_total{outcome=~\"accepted|revised\"}");
    }

    @Test
    void every_follower_that_cannot_read_is_noticed() {
        assertThat(expression("QuantracFeedUnread"))
                .contains(
                        "publication_feed_silence_seconds",
                        "compliance_feed_silence_seconds",
                        "ingestion_registry_silence_seconds");
    }

    private static String expression(String alert) {
        return Rendered.of(Repository.read(Repository.CHART.resolve("files/alerts/" + alert + ".yaml")))
                .json()
                .path("expr")
                .asText();
    }

    @Test
    void every_alert_and_no_other_is_rendered() {
        JsonNode rules = Chart.byDefault().set("metrics.prometheusRule.enabled", true).render().stream()
                .filter(object -> "PrometheusRule".equals(object.kind()))
                .findFirst()
                .orElseThrow()
                .json()
                .at("/spec/groups/0/rules");

        assertThat(StreamSupport.stream(rules.spliterator(), false).toList())
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(file -> Rendered.of(Repository.read(file)).json())
                                .toList());
        assertThat(Repository.files(RUNBOOKS)).hasSameSizeAs(alerts().toList());
    }
}

package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesSchemaTest {
    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void every_object_fits_the_schema_of_its_kind(Chart chart) {
        for (Rendered object : chart.render()) {
            assertThatCode(() -> KubernetesSchema.check(object)).doesNotThrowAnyException();
        }
    }

    /** Proves that the check above can fail. */
    @ParameterizedTest
    @MethodSource
    void a_wrong_object_is_found(String kind, String right, String wrong) {
        Chart chart = Chart.with("production.yaml").set("postgresql.mode", "bundled");
        Rendered broken = chart.render().stream()
                .filter(object -> kind.equals(object.kind()) && object.yaml().contains(right))
                .findFirst()
                .map(object -> Rendered.of(object.yaml().replaceFirst(right, wrong)))
                .orElseThrow();

        assertThatThrownBy(() -> KubernetesSchema.check(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> a_wrong_object_is_found() {
        return Stream.of(
                Arguments.of("Deployment", "replicas: 2", "replicaz: 2"),
                Arguments.of("Deployment", "replicas: 2", "replicas: two"),
                Arguments.of("Deployment", "readinessProbe", "readynessProbe"),
                Arguments.of("Deployment", "secretKeyRef", "secretRef"),
                Arguments.of("Deployment", "containers:", "container:"),
                Arguments.of("StatefulSet", "volumeClaimTemplates", "volumeClaims"),
                Arguments.of("Service", "targetPort", "targetport"),
                Arguments.of("NetworkPolicy", "podSelector:", "selector:"),
                Arguments.of("Ingress", "pathType", "pathKind"),
                Arguments.of("HorizontalPodAutoscaler", "scaleTargetRef:", "target:"),
                Arguments.of("PodDisruptionBudget", "maxUnavailable", "maxUnavailabel"),
                Arguments.of("ServiceMonitor", "jobLabel", "jobLable"),
                Arguments.of("PrometheusRule", "expr:", "expression:"));
    }
}

package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The restricted Pod Security Standard, and what a cluster expects of a good neighbour. */
class PodTest {
    private static final Set<String> WITHOUT_PROBES = Set.of("Job", "Pod");

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#workloads")
    void pods_run_without_privileges(Rendered workload) {
        JsonNode pod = workload.pod().path("spec");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                .isFalse();
        for (JsonNode container : containers(workload)) {
            JsonNode context = container.path("securityContext");
            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(context.path("privileged").asBoolean()).isFalse();
        }
        for (JsonNode volume : pod.path("volumes")) {
            assertThat(volume.has("hostPath")).as("%s", volume).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#workloads")
    void containers_have_requests_limits_and_a_fixed_image(Rendered workload) {
        for (JsonNode container : containers(workload)) {
            JsonNode resources = container.path("resources");
            assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
            assertThat(resources.at("/requests/memory").asText()).isNotEmpty();
            assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
            assertThat(container.path("image").asText())
                    .matches(".+:.+")
                    .doesNotEndWith(":latest")
                    .doesNotEndWith(":");
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#workloads")
    void long_running_containers_have_all_three_probes(Rendered workload) {
        if (WITHOUT_PROBES.contains(workload.kind())) {
            return;
        }
        for (String probe : List.of("startup", "liveness", "readiness")) {
            assertThat(workload.container().has(probe + "Probe"))
                    .as("%s probe of %s", probe, workload)
                    .isTrue();
        }
        if (Repository.SERVICES.contains(workload.component())) {
            assertThat(probePath(workload, "startup")).isEqualTo("management /q/health/started");
            assertThat(probePath(workload, "liveness")).isEqualTo("management /q/health/live");
            assertThat(probePath(workload, "readiness")).isEqualTo("management /q/health/ready");
        }
    }

    /** A probe or a service that names a port the container does not have would fail in the cluster only. */
    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#workloads")
    void probes_use_ports_that_exist(Rendered workload) {
        List<String> ports = workload.container().path("ports").findValuesAsText("name");
        for (String probe : List.of("startup", "liveness", "readiness")) {
            for (JsonNode port : workload.container().path(probe + "Probe").findValues("port")) {
                assertThat(ports).contains(port.asText());
            }
        }
    }

    private static String probePath(Rendered workload, String probe) {
        JsonNode get = workload.container().path(probe + "Probe").path("httpGet");
        return get.path("port").asText() + " " + get.path("path").asText();
    }

    private static List<JsonNode> containers(Rendered workload) {
        List<JsonNode> containers = new ArrayList<>();
        workload.pod().at("/spec/initContainers").forEach(containers::add);
        workload.pod().at("/spec/containers").forEach(containers::add);
        return containers;
    }
}

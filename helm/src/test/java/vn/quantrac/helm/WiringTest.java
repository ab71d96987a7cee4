package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects find each other: by selectors, names and ports. */
class WiringTest {
    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void services_select_pods_that_have_their_ports(Chart chart) {
        List<Rendered> objects = chart.render();
        for (Rendered service : kind(objects, "Service")) {
            List<Rendered> selected = selected(objects, service.json().at("/spec/selector"));
            assertThat(selected).as("pods behind %s", service).hasSize(1);
            Set<String> ports = new HashSet<>();
            selected.get(0).container().path("ports").forEach(port -> {
                ports.add(port.path("name").asText());
                ports.add(port.path("containerPort").asText());
            });
            for (JsonNode port : service.json().at("/spec/ports")) {
                if (!port.path("name").asText().startsWith("ftp-")) {
                    assertThat(ports).contains(port.path("targetPort").asText());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void every_service_has_a_disruption_budget_that_lets_nodes_drain(Chart chart) {
        List<Rendered> objects = chart.render();
        List<Rendered> budgets = kind(objects, "PodDisruptionBudget");

        assertThat(budgets).extracting(Rendered::component).containsExactlyInAnyOrderElementsOf(Repository.SERVICES);
        for (Rendered budget : budgets) {
            assertThat(budget.json().at("/spec/maxUnavailable").asInt()).isEqualTo(1);
            assertThat(selected(objects, budget.json().at("/spec/selector/matchLabels")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void every_pod_has_a_network_policy_and_an_account_of_its_own(Chart chart) {
        List<Rendered> objects = chart.render();
        for (Rendered workload : objects.stream().filter(Rendered::hasPod).toList()) {
            List<Rendered> policies = kind(objects, "NetworkPolicy").stream()
                    .filter(policy -> matches(
                            policy.json().at("/spec/podSelector/matchLabels"),
                            workload.pod().at("/metadata/labels")))
                    .toList();
            assertThat(policies)
                    .as("policies of %s", workload)
                    .extracting(Rendered::component)
                    .containsExactlyInAnyOrder("suite", workload.component());
            assertThat(kind(objects, "ServiceAccount"))
                    .extracting(Rendered::name)
                    .contains(workload.pod().at("/spec/serviceAccountName").asText());
        }
    }

    /** A policy that lets a caller out and not in, or the other way round, is a mistake. */
    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void what_one_pod_may_send_another_may_receive(Chart chart) {
        Set<String> sent = new HashSet<>();
        Set<String> received = new HashSet<>();
        for (Rendered policy : kind(chart.render(), "NetworkPolicy")) {
            policy.json().at("/spec/egress").forEach(rule -> peers(rule.path("to"))
                    .forEach(peer -> sent.add(policy.component() + " to " + peer + rule.path("ports"))));
            policy.json().at("/spec/ingress").forEach(rule -> peers(rule.path("from"))
                    .forEach(peer -> received.add(peer + " to " + policy.component() + rule.path("ports"))));
        }

        assertThat(received).isEqualTo(sent).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void config_maps_and_volumes_that_pods_name_exist(Chart chart) {
        List<Rendered> objects = chart.render();
        for (Rendered workload : objects.stream().filter(Rendered::hasPod).toList()) {
            Set<String> volumes = new HashSet<>();
            for (JsonNode volume : workload.pod().at("/spec/volumes")) {
                volumes.add(volume.path("name").asText());
                if (volume.has("configMap")) {
                    assertThat(kind(objects, "ConfigMap"))
                            .extracting(Rendered::name)
                            .contains(volume.at("/configMap/name").asText());
                }
            }
            workload.json()
                    .at("/spec/volumeClaimTemplates")
                    .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
            workload.pod().findValues("mountPath").forEach(path -> assertThat(path.asText())
                    .startsWith("/"));
            workload.container().path("volumeMounts").forEach(mount -> assertThat(volumes)
                    .contains(mount.path("name").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void objects_have_the_recommended_labels(Chart chart) {
        for (Rendered object : chart.render()) {
            for (String label : List.of("name", "instance", "component", "part-of", "version", "managed-by")) {
                assertThat(object.label(label)).as("%s of %s", label, object).isNotEmpty();
            }
        }
    }

    /** The API server checks these, the schema does not. */
    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void names_are_names_that_kubernetes_takes(Chart chart) {
        for (Rendered object : chart.render()) {
            assertThat(object.name()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
            assertThat(object.name().length()).isLessThanOrEqualTo("Secret".equals(object.kind()) ? 253 : 63);
            object.json().findValues("ports").forEach(ports -> ports.findValuesAsText("name")
                    .forEach(name -> assertThat(name).matches("[a-z][-a-z0-9]{0,14}")));
            object.json().findValues("app.kubernetes.io/name").forEach(name -> assertThat(name.asText())
                    .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"));
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void ingress_and_autoscalers_lead_to_objects_that_exist(Chart chart) {
        List<Rendered> objects = chart.render();
        for (Rendered ingress : kind(objects, "Ingress")) {
            JsonNode backend = ingress.json().findValue("backend").path("service");
            assertThat(kind(objects, "Service"))
                    .filteredOn(service ->
                            service.name().equals(backend.path("name").asText()))
                    .hasSize(1)
                    .allMatch(service -> service.json()
                            .at("/spec/ports")
                            .findValuesAsText("name")
                            .contains(backend.at("/port/name").asText()));
        }
        for (Rendered autoscaler : kind(objects, "HorizontalPodAutoscaler")) {
            String target = autoscaler.json().at("/spec/scaleTargetRef/name").asText();
            assertThat(kind(objects, "Deployment"))
                    .filteredOn(deployment -> deployment.name().equals(target))
                    .hasSize(1)
                    .noneMatch(deployment -> deployment.json().path("spec").has("replicas"));
        }
    }

    private static List<String> peers(JsonNode peers) {
        return StreamSupport.stream(peers.spliterator(), false)
                .map(peer -> peer.at("/podSelector/matchLabels")
                        .path("app.kubernetes.io/component")
                        .asText())
                .filter(component -> !component.isEmpty())
                .toList();
    }

    private static List<Rendered> kind(List<Rendered> objects, String kind) {
        return objects.stream().filter(object -> kind.equals(object.kind())).toList();
    }

    private static List<Rendered> selected(List<Rendered> objects, JsonNode selector) {
        return objects.stream()
                .filter(Rendered::hasPod)
                .filter(workload -> matches(selector, workload.pod().at("/metadata/labels")))
                .toList();
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }
}

package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretTest {
    private static final Pattern SECRET_NAME = Pattern.compile("(PASSWORD|SECRET)");

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#workloads")
    void passwords_are_only_given_by_reference(Rendered workload) {
        for (JsonNode variable : workload.container().path("env")) {
            if (SECRET_NAME.matcher(variable.path("name").asText()).find()) {
                assertThat(variable.has("value")).as("%s", variable).isFalse();
                assertThat(variable.at("/valueFrom/secretKeyRef/key").asText()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.quantrac.helm.Charts#all")
    void every_generated_secret_is_used_and_every_other_is_named_by_the_values(Chart chart) {
        List<Rendered> objects = chart.render();
        Set<String> used = new HashSet<>();
        objects.stream().filter(Rendered::hasPod).forEach(workload -> workload.pod()
                .findValues("secretKeyRef")
                .forEach(reference -> used.add(reference.path("name").asText())));
        Set<String> generated = new HashSet<>();
        objects.stream()
                .filter(object -> "Secret".equals(object.kind()))
                .forEach(secret -> generated.add(secret.name()));

        assertThat(used).containsAll(generated);
        if (chart.valuesFile().isEmpty()) {
            assertThat(generated).isEqualTo(used);
        }
        if (List.of("external.yaml", "k8s.yaml").contains(chart.valuesFile())) {
            assertThat(generated).isEmpty();
        }
    }

    @Test
    void generated_passwords_are_long_different_and_kept() {
        List<Rendered> secrets = secrets();

        assertThat(secrets)
                .extracting(SecretTest::password)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.length() >= 40);
        assertThat(secrets).allMatch(secret -> "keep"
                .equals(secret.json()
                        .at("/metadata/annotations")
                        .path("helm.sh/resource-policy")
                        .asText()));
    }

    /** Otherwise an upgrade would lock the services out of their databases. */
    @Test
    void an_upgrade_keeps_the_passwords_of_the_installation() {
        List<Rendered> installed = secrets();
        installed.forEach(Cluster::put);
        try {
            assertThat(secrets())
                    .extracting(SecretTest::password)
                    .containsExactlyElementsOf(
                            installed.stream().map(SecretTest::password).toList());
        } finally {
            Cluster.clear();
        }
    }

    private static List<Rendered> secrets() {
        return Chart.byDefault().renderAnew().stream()
                .filter(object -> "Secret".equals(object.kind()))
                .toList();
    }

    private static String password(Rendered secret) {
        byte[] decoded =
                Base64.getDecoder().decode(secret.json().at("/data/password").asText());
        return new String(decoded, StandardCharsets.US_ASCII);
    }
}

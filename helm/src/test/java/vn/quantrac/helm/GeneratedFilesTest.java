package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The files that are made from values.yaml and from the chart are what these make today. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeneratedFilesTest {
    private static final List<DocumentedValue> VALUES =
            ValuesComments.read(Repository.read(Repository.CHART.resolve("values.yaml")));

    @Test
    @Order(1)
    void the_schema_is_made_from_the_values() {
        Generated.check(Repository.CHART.resolve("values.schema.json"), ValuesSchema.of(VALUES));
    }

    @Test
    void the_readme_lists_every_value() {
        var readme = Repository.ROOT.resolve("helm/README.md");

        Generated.check(readme, ValuesTable.into(Repository.read(readme), VALUES));
    }

    @Test
    @Order(2)
    void the_manifests_are_rendered_from_the_chart() {
        Map<String, String> manifests = Manifests.render();

        manifests.forEach((file, text) -> Generated.check(Repository.MANIFESTS.resolve(file), text));
        assertThat(Repository.files(Repository.MANIFESTS).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".yaml")))
                .containsExactlyInAnyOrderElementsOf(manifests.keySet());
    }

    @Test
    void the_manifests_hold_no_secret() {
        Map<String, List<String>> kinds = Chart.with("k8s.yaml").render().stream()
                .collect(Collectors.groupingBy(
                        Rendered::kind, TreeMap::new, Collectors.mapping(Rendered::name, Collectors.toList())));

        assertThat(kinds).doesNotContainKey("Secret").containsKeys("Deployment", "StatefulSet", "Ingress");
    }
}

package vn.quantrac.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plain manifests of {@code k8s/}: the chart rendered, without what only Helm needs. */
final class Manifests {
    private static final String NOTICE =
            "# Rendered from helm/quantrac with helm/values/k8s.yaml by ./mvnw -pl helm test -Dtest=GeneratedFilesTest,DockerfileTest -Drender\n";

    private Manifests() {}

    /** Contents by file name; one file per component and the kustomization. */
    static Map<String, String> render() {
        Map<String, StringBuilder> files = new TreeMap<>();
        for (Rendered object : Chart.with("k8s.yaml").render()) {
            if (!"test".equals(object.component())) {
                files.computeIfAbsent(object.component() + ".yaml", name -> new StringBuilder(NOTICE))
                        .append("---\n")
                        .append(withoutHelm(object.yaml()))
                        .append('\n');
            }
        }
        Map<String, String> manifests = new LinkedHashMap<>();
        files.forEach((name, text) -> manifests.put(name, text.toString()));
        manifests.put("kustomization.yaml", kustomization(List.copyOf(files.keySet())));
        return manifests;
    }

    private static String withoutHelm(String yaml) {
        return yaml.replaceAll("(?m)^ *(helm\\.sh/chart|app\\.kubernetes\\.io/managed-by): .*\n", "")
                .replaceAll("(?m)[ \t]+$", "")
                .replaceAll("(?m)^\n", "");
    }

    private static String kustomization(List<String> files) {
        StringBuilder text = new StringBuilder(NOTICE)
                .append("apiVersion: kustomize.config.k8s.io/v1beta1\n")
                .append("kind: Kustomization\n")
                .append("namespace: quantrac\n")
                .append("resources:\n");
        files.forEach(file -> text.append("  - ").append(file).append('\n'));
        return text.toString();
    }
}

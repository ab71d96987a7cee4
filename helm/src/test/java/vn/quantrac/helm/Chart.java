package vn.quantrac.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The chart with some values, to be rendered as Helm does it. */
record Chart(String valuesFile, Map<String, Object> set) {
    // Helm waits between questions to the cluster, and every test renders the same few charts.
    private static final Map<Chart, List<Rendered>> RENDERED = new ConcurrentHashMap<>();

    static Chart byDefault() {
        return new Chart("", Map.of());
    }

    /** @param file a file in {@code helm/values} */
    static Chart with(String file) {
        return new Chart(file, Map.of());
    }

    Chart set(String key, Object value) {
        Map<String, Object> more = new TreeMap<>(set);
        more.put(key, value);
        return new Chart(valuesFile, more);
    }

    List<Rendered> render() {
        return RENDERED.computeIfAbsent(this, Chart::renderAnew);
    }

    /** Fails with Helm's message when the values are refused. */
    List<Rendered> renderAnew() {
        Cluster.connect();
        TemplateCommand command = new Helm(Repository.CHART)
                .template()
                .withName("quantrac")
                .withNamespace("quantrac")
                .withKubeVersion("1.33.0");
        if (!valuesFile.isEmpty()) {
            command.withValuesFile(Repository.VALUES.resolve(valuesFile));
        }
        set.forEach(command::set);
        return objects(command.call());
    }

    private static List<Rendered> objects(String documents) {
        List<Rendered> objects = new ArrayList<>();
        Arrays.stream(documents.split("(?m)^---\\s*$"))
                .map(document -> document.replaceAll("(?m)^# Source: .*\n", "").strip())
                .filter(document -> document.contains("kind:"))
                .map(Rendered::of)
                .forEach(objects::add);
        return objects;
    }

    @Override
    public String toString() {
        return (valuesFile.isEmpty() ? "default values" : valuesFile) + (set.isEmpty() ? "" : " with " + set);
    }
}

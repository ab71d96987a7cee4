package vn.quantrac.helm;

import java.util.List;
import java.util.Map;

/**
 * One value of the chart as its comment describes it.
 *
 * @param path keys from the top
 * @param schema what the comment adds to the schema that the default value implies
 */
record DocumentedValue(List<String> path, String description, Map<String, Object> schema, Object byDefault) {
    String key() {
        return String.join(".", path);
    }
}

package vn.quantrac.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Makes values.schema.json: types from the default values, limits from the comments. */
final class ValuesSchema {
    private ValuesSchema() {}

    static String of(List<DocumentedValue> values) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "Values of the chart quantrac");
        root.putAll(object());
        for (DocumentedValue value : values) {
            place(root, value);
        }
        // Helm hands these to every chart.
        properties(root).put("global", Map.of("type", "object"));
        root.put("$defs", definitions());
        return print(root);
    }

    private static void place(Map<String, Object> root, DocumentedValue value) {
        Map<String, Object> parent = root;
        for (String key : value.path().subList(0, value.path().size() - 1)) {
            Map<String, Object> siblings = properties(parent);
            siblings.computeIfAbsent(key, ignored -> object());
            parent = cast(siblings.get(key));
        }
        properties(parent).put(value.path().get(value.path().size() - 1), schema(value));
    }

    private static Map<String, Object> schema(DocumentedValue value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!value.schema().containsKey("$ref")) {
            schema.put("description", value.description());
            schema.put("type", type(value.byDefault()));
        }
        schema.putAll(value.schema());
        return schema;
    }

    private static String type(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Integer) {
            return "integer";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof Map) {
            return "object";
        }
        return "string";
    }

    private static Map<String, Object> object() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", new LinkedHashMap<>());
        return schema;
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return cast(schema.get("properties"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    private static Map<String, Object> definitions() {
        InputStream file = ValuesSchema.class.getResourceAsStream("/definitions.yaml");
        return new Yaml().load(file);
    }

    private static String print(Map<String, Object> schema) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
